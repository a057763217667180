/** What the models tell apart: one group a script, one class a language (twice where it is also written in Latin). */

export interface Class {
  /** The language answered. `nn` is answered as `nb` outside the model. */
  language: string;
  /** The language's data, where they are kept under another name. */
  lists: string[];
  /** The class gathers languages that we do not name. */
  other?: true;
  /** Written in Latin letters although the language is not: made by transliteration, beside what real lines there are. */
  transliterated?: true;
  /** How often lines of the class are drawn; 1 where left out. */
  weight?: number;
}

export interface Group {
  script: 'latin' | 'cyrillic' | 'arabic';
  classes: Class[];
}

const named = (tags: string, weight = 1): Class[] =>
  tags.split(' ').map((language) => ({ language, lists: [language], weight }));
const others = (tags: string): Class => ({ language: 'other', lists: tags.split(' '), other: true, weight: 0.6 });
const latinised = (language: string): Class => ({ language, lists: [language], transliterated: true, weight: 0.2 });

export const groups: Group[] = [
  {
    script: 'latin',
    classes: [
      ...named('ca cs da de en es et fi fr hr hu id it lt lv ms nb nl pl pt ro sk sl sq sv tr vi'),
      ...named('bs sr'),
      // One Norwegian in eight writes Nynorsk.
      ...named('nn', 0.5),
      ...named('af eo eu gl is tl az cy ga', 0.5),
      others('uz gd br ast oc fy xh kab sc rm lij hsb son ff kmr zu st nso rw om lb mt sw fo'),
      ...['ar', 'el', 'hi', 'ru'].map(latinised),
    ],
  },
  { script: 'cyrillic', classes: [...named('bg mk ru sr uk'), ...named('kk be', 0.5), others('tg')] },
  { script: 'arabic', classes: [...named('ar fa ur'), others('ug')] },
];

/** Names of the frequency lists, where they differ from the language's. */
export const listsOf = (language: string): string[] =>
  ({ nb: ['no'], pt: ['pt', 'pt_br'], zh: ['zh_cn', 'zh_tw'] })[language] ?? [language];

/** Packages of Tesseract's dictionaries by language: `tesseract-ocr-bos` and so on. */
export const dictionaries: Record<string, string[]> = Object.fromEntries(
  `af afr, ar ara, az aze, be bel, bg bul, br bre, bs bos, ca cat, cs ces, cy cym, da dan, de deu, en eng, eo epo, es spa,
  et est, eu eus, fa fas, fi fin, fo fao, fr fra, fy fry, ga gle, gd gla, gl glg, hr hrv, hu hun, id ind, is isl, it ita,
  kk kaz, kmr kmr, lb ltz, lt lit, lv lav, mk mkd, ms msa, mt mlt, nb nor, nl nld, oc oci, pl pol, pt por, ro ron, ru rus,
  sk slk, sl slv, sq sqi, sr srp srp-latn, sv swe, sw swa, tg tgk, tl fil, tr tur, ug uig, uk ukr, ur urd, uz uzb, vi vie`
    .split(',')
    .map((entry) => {
      const [language = '', ...tags] = entry.trim().split(' ');
      return [language, tags];
    }),
);
