/**
 * The vocative of names, where a language demands it in direct address and the ending alone decides it. Whatever is not
 * certain (foreign, doubtful, irregular) has none here: then a form without the name speaks, which is fully polite.
 */
import type { Gender } from '../reading.ts';

type Part = 'given' | 'family';
type Rule = (name: string, part: Part, gender: Gender) => string | undefined;

/** Undefined where the language has no rule here or the name's form is not certain. */
export function vocative(language: string, part: Part, name: string, gender: Gender): string | undefined {
  // Double names take the form in each part or not at all; their habits differ too much.
  if (/[\s-]/u.test(name)) return undefined;
  return rules[language]?.(name, part, gender);
}

const cut = (name: string, letters: number, ending: string): string => name.slice(0, -letters) + ending;

/** Given names in -el that drop the e; other names in -el keep it or are not certain. */
const czechDropsE = new Set(['Pavel', 'Karel', 'Havel', 'Hável']);

/** Příruční mluvnice češtiny, declension of personal names; Internetová jazyková příručka, “Oslovení”. */
const czech: Rule = (name, part, gender) => {
  if (part === 'family' && gender === 'female') return name;
  if (/[wqx]|(.)\1|th$|gh$|ck$/iu.test(name)) return undefined;
  if (/(?:ý|í|ů|é|ě)$/u.test(name)) return name;
  if (/ie$/u.test(name)) return name;
  if (/[^aeiouyáéíóúý]a$/u.test(name)) return cut(name, 1, 'o');
  // A consonant closes men's names; a woman's (Ingrid, Ester) stays as it is, and of whom nothing is known we do not say.
  if (gender === 'female') return name;
  if (gender !== 'male') return undefined;
  if (czechDropsE.has(name)) return cut(name, 2, 'le');
  if (/[iu]el$/u.test(name)) return `${name}i`;
  if (/el$/u.test(name)) return undefined;
  if (/ek$/u.test(name)) return cut(name, 2, 'ku');
  if (/ec$/u.test(name)) return cut(name, 2, 'če');
  if (/(?:k|ch)$/u.test(name)) return `${name}u`;
  if (/[šžčřcjďťň]$/u.test(name)) return `${name}i`;
  if (/[^aeiouyáéíóúůý]r$/u.test(name)) return cut(name, 1, 'ře');
  if (/[rlntdbpvm]$/u.test(name)) return `${name}e`;
  return undefined;
};

/** Український правопис 2019, §87. Given names only: of surnames the usage varies. */
const ukrainian: Rule = (name, part, gender) => {
  if (part === 'family') return undefined;
  if (/ія$/u.test(name)) return cut(name, 1, 'є');
  if (name === 'Ілля') return 'Ілле';
  if (/[лнсцтд]я$/u.test(name)) return cut(name, 1, 'ю');
  if (/[бвгґдзклмнпрстфхцчшщ]а$/u.test(name)) return cut(name, 1, 'о');
  if (gender !== 'male') return undefined;
  if (/ко$/u.test(name)) return cut(name, 1, 'у');
  if (/о$/u.test(name)) return cut(name, 1, 'е');
  if (/й$/u.test(name)) return cut(name, 1, 'ю');
  if (/ь$/u.test(name)) return cut(name, 1, 'ю');
  if (name === 'Ігор') return 'Ігорю';
  // The i of a closed syllable opens to o or e: Федір, Яків, Антін.
  if (/і[бвдзлмнпрстф]$/u.test(name)) return undefined;
  if (/[бвдзлмнпрстф]$/u.test(name)) return `${name}е`;
  return undefined;
};

const greekVowel = /ι[άώόέ]|[αεηιουωάέήίόύώϊϋΐΰ]/gu;

/** Triantafyllidis, Νεοελληνική Γραμματική: masculine nouns in -ος, -ης, -ας. */
const greek: Rule = (name, part, gender) => {
  if (part === 'family' && gender === 'female') return name;
  if (/(?:ου|ού|ω|ώ)$/u.test(name)) return name;
  if (gender === 'female') return name;
  if (gender !== 'male') return undefined;
  if (/[ηήαά]ς$/u.test(name)) return cut(name, 1, '');
  if (part === 'family') return /όπουλος$/u.test(name) ? cut(name, 2, 'ε') : undefined;
  if (!/ος$/u.test(name)) return undefined;
  const syllables = name.match(greekVowel)?.length ?? 0;
  return cut(name, 2, syllables <= 2 ? 'ο' : 'ε');
};

const rules: Readonly<Record<string, Rule>> = { cs: czech, uk: ukrainian, el: greek };
