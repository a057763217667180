/** Every shipped pack, whole: what `npm run pack -- check` says of it, and what only a look across all packs can find. */
import { describe, expect, test } from 'vitest';
import { addressCustomer } from '../../lib/address/address.ts';
import { createMatcher } from '../../lib/affect/matcher.ts';
import { checkDraft } from '../../lib/draft/check.ts';
import { languageOf } from '../../lib/locale.ts';
import { type ArgumentValues, type phraseArguments, weekdays } from '../../lib/pack/arguments.ts';
import { checkCoverage, checkExamples, checkTexts } from '../../lib/pack/gate.ts';
import { compileText, isProblem } from '../../lib/pack/icu.ts';
import { moves } from '../../lib/pack/moves.ts';
import type { Phrase, ResolvedPack } from '../../lib/pack/resolve.ts';
import { genders } from '../../lib/reading.ts';
import { loadCatalogue, loadPacks, resolveShipped, wordsFor } from '../../scripts/lib/shipped.ts';

const catalogue = loadCatalogue();
const files = loadPacks();
const packs = [...files.keys()].map((locale): [string, ResolvedPack] => [
  locale,
  resolveShipped(locale, files, catalogue),
]);
const languagePacks = packs.filter(([locale]) => !files.get(locale)?.extends);

/** Every text of a phrase as a customer could get it: each register, each gender of agent and customer, each weekday. */
function renderings(phrase: Phrase, locale: string): string[] {
  return Object.values(phrase.text).flatMap((text) => {
    const compiled = compileText(text, locale);
    if (isProblem(compiled)) throw new Error(`${phrase.id}: ${compiled.problem}`);
    const uses = (name: keyof typeof phraseArguments) => compiled.arguments.includes(name);
    const days = uses('deadlineDay') ? weekdays : (['tue'] as const);
    return genders.flatMap((agentGender) =>
      genders.flatMap((customerGender) =>
        days.map((deadlineDay) => {
          const values: ArgumentValues = {
            salutation: 'SALUTATION',
            addressee: 'ADDRESSEE',
            agentName: 'AGENT',
            agentGender,
            customerGender,
            deadline: new Date('2026-11-24T16:00:00Z'),
            deadlineDay,
            reference: '48213',
          };
          return compiled.format(values, 'UTC');
        }),
      ),
    );
  });
}
const rendered = new Map(
  packs.map(([locale, pack]) => [
    locale,
    pack.phrases.map((phrase): [string, string[]] => [phrase.id, [...new Set(renderings(phrase, locale))]]),
  ]),
);
const lines = (locale: string): [string, string][] =>
  (rendered.get(locale) ?? []).flatMap(([id, texts]) => texts.map((text): [string, string] => [id, text]));
/** Phrases of a pack with a text that the pattern finds. */
const withText = (locale: string, wrong: (text: string) => boolean): string[] =>
  lines(locale)
    .filter(([, text]) => wrong(text))
    .map(([id, text]) => `${id}: ${text}`);

test('there are packs for the eight languages and their regions', () => {
  expect([...files.keys()]).toEqual(
    expect.arrayContaining(['ar', 'de', 'de-AT', 'de-CH', 'en', 'en-GB', 'ja', 'nl', 'pt-BR', 'sl', 'sv']),
  );
});

describe.each(packs)('%s passes the gate', (locale, pack) => {
  test('its texts compile and fill in', () => {
    expect(checkTexts(pack)).toEqual([]);
  });
  test('it covers the catalogue', () => {
    expect(checkCoverage(pack, catalogue)).toEqual([]);
  });
  test('its examples do what they say', () => {
    expect(checkExamples(pack, wordsFor(pack))).toEqual([]);
  });
  test('it says where it stands and who should look at it', () => {
    expect(files.get(locale)?.status).toMatch(/\S{3}/u);
  });
});

describe('one phrase, one id', () => {
  const known = new Set(catalogue.map((entry) => entry.id));
  test('the catalogue names each id once', () => {
    expect(known.size).toBe(catalogue.length);
  });
  test.each(packs)('%s has no id that the others do not know', (_, pack) => {
    expect(pack.phrases.map((p) => p.id).filter((id) => !known.has(id))).toEqual([]);
  });
  test.each(packs)('%s has or excuses the ids of all others', (_, pack) => {
    const answered = new Set([...pack.phrases.map((p) => p.id), ...pack.absent.map((a) => a.id)]);
    expect([...known].filter((id) => !answered.has(id))).toEqual([]);
  });
  test.each(packs)('%s makes the move of the catalogue with every phrase', (_, pack) => {
    const moveOf = new Map(catalogue.map((entry) => [entry.id, entry.move]));
    for (const phrase of pack.phrases) expect([phrase.id, phrase.move]).toEqual([phrase.id, moveOf.get(phrase.id)]);
  });
});

describe.each(languagePacks)('%s is a whole language', (_, pack) => {
  test('at least 50 phrases', () => {
    expect(pack.phrases.length).toBeGreaterThanOrEqual(50);
  });
  test('every move', () => {
    expect(moves.filter((move) => !pack.phrases.some((p) => p.move === move))).toEqual([]);
  });
  test('an avoid-list with reasons', () => {
    expect(pack.avoid.length).toBeGreaterThan(0);
  });
});

describe.each(packs)('%s as the customer gets it', (locale, pack) => {
  test('nothing of the machinery shows, whatever the gender and the day', () => {
    expect(withText(locale, (text) => /[{}]|undefined|null|NaN|\[object|Invalid Date|function/u.test(text))).toEqual(
      [],
    );
  });
  test('no double spaces, no space at a line’s end or before a comma', () => {
    expect(withText(locale, (text) => /\S {2,}|[ \t]$|[ \t]\n| [,،、。]/mu.test(text))).toEqual([]);
  });
  test('brackets that the agent fills in are closed and hold words', () => {
    expect(withText(locale, (text) => /[[\]]/u.test(text.replace(/\[[^[\]\n]{2,80}\]/gu, '')))).toEqual([]);
  });
  test('no straight double quotes, no straight apostrophe between letters', () => {
    expect(withText(locale, (text) => /"|\p{L}'\p{L}/u.test(text))).toEqual([]);
  });
  test('at most one exclamation mark', () => {
    expect(withText(locale, (text) => (text.match(/[!！]/gu) ?? []).length > 1)).toEqual([]);
  });
  test('no phrase trips the pack’s own avoid-list', () => {
    const blank = { why: 'blank', instead: '' };
    const tripped = lines(locale).flatMap(([id, text]) =>
      checkDraft(text, pack, blank)
        .filter((f) => f.why !== 'blank')
        .map((f) => `${id}: ${f.words}`),
    );
    expect(tripped).toEqual([]);
  });
  test('what the avoid-list offers instead is not on it', () => {
    const blank = { why: 'blank', instead: '' };
    expect(
      pack.avoid.flatMap((item) =>
        checkDraft(item.instead, pack, blank)
          .filter((f) => f.why !== 'blank')
          .map((f) => `${item.id}: ${f.words}`),
      ),
    ).toEqual([]);
  });
  test('every form of the avoid-list is found in a draft', () => {
    const blank = { why: '', instead: '' };
    const lost = pack.avoid.flatMap((item) =>
      item.forms.filter(
        (form) => checkDraft(`x ${form.replaceAll(' * ', ' ').replaceAll('*', '')}.`, pack, blank).length === 0,
      ),
    );
    expect(lost).toEqual([]);
  });
  test('bereavement gets no exclamation mark and no smile', () => {
    expect(lines(locale).filter(([id, text]) => /bereavement|solemn/u.test(id) && /[!！😀-🙏]/u.test(text))).toEqual(
      [],
    );
  });
  test('its salutations are whole for every gender, with a name and without', () => {
    for (const register of pack.profile.registers) {
      for (const channel of ['email', 'chat'] as const) {
        for (const gender of genders) {
          for (const displayName of ['Anna Weber', 'Cher', undefined]) {
            const { salutation } = addressCustomer(pack.address, {
              register,
              channel,
              gender,
              nameOrder: pack.profile.nameOrder,
              ...(displayName ? { displayName } : {}),
            });
            expect(salutation).toMatch(/^[^{}\n]{2,}$/u);
          }
        }
      }
    }
  });
});

/** “I understand your frustration” and its kin: empathy by template, named in research as what customers resent. */
const templates: Record<string, string[]> = {
  en: [
    'i understand your frustration',
    'i completely understand',
    'i totally understand',
    'we understand your frustration',
    'i understand how you feel',
    'i know exactly how you feel',
    'sorry for any inconvenience',
    'we apologize for any inconvenience',
    'we apologise for any inconvenience',
    'your call is important to us',
    'rest assured',
    'as per our policy',
  ],
  de: [
    'ich verstehe ihre frustration',
    'ich verstehe ihren frust',
    'ich verstehe deine frustration',
    'ich verstehe deinen frust',
    'wir verstehen ihre frustration',
    'ich verstehe wie sie sich fühlen',
    'ich weiß genau wie sie sich fühlen',
    'etwaige unannehmlichkeiten',
    'eventuelle unannehmlichkeiten',
    'ich hoffe diese mail findet sie',
  ],
  nl: [
    'ik begrijp uw frustratie',
    'ik begrijp je frustratie',
    'wij begrijpen uw frustratie',
    'we begrijpen je frustratie',
    'ik snap je frustratie',
    'ik weet precies hoe u zich voelt',
    'eventueel ongemak',
    'enig ongemak',
    'mogelijke ongemakken',
  ],
  sv: [
    'jag förstår din frustration',
    'vi förstår din frustration',
    'jag förstår er frustration',
    'jag vet precis hur du känner',
    'eventuella besvär',
    'eventuella olägenheter',
  ],
  sl: [
    'razumem vašo frustracijo',
    'razumem tvojo frustracijo',
    'razumemo vašo frustracijo',
    'razumem vašo jezo',
    'popolnoma razumem kako se počutite',
    'morebitne nevšečnosti',
    'kakršne koli nevšečnosti',
  ],
  'pt-BR': [
    'entendo sua frustração',
    'entendo a sua frustração',
    'compreendo sua frustração',
    'compreendo a sua frustração',
    'entendemos sua frustração',
    'sei exatamente como você se sente',
    'quaisquer inconvenientes',
    'eventuais inconvenientes',
    'qualquer inconveniente',
  ],
  ar: [
    'أتفهم إحباطك',
    'أتفهم إحباطكم',
    'نتفهم إحباطك',
    'نتفهم إحباطكم',
    'أفهم إحباطك',
    'أعرف تمامًا ما تشعر به',
    'أي إزعاج',
  ],
  ja: [
    'お気持ちはよくわかります',
    'お気持ちはよく分かります',
    'フラストレーション',
    'ご不満はよくわかります',
    'イライラされるお気持ち',
  ],
};
describe.each(packs)('%s has no empathy by template', (locale) => {
  test('and no calque of it', () => {
    const language = languageOf(locale) ?? locale;
    const match = createMatcher(
      new Map([['x-template', templates[locale] ?? templates[language] ?? templates[`${language}-BR`] ?? []]]),
      language,
    );
    expect(
      lines(locale).flatMap(([id, text]) => match(text).map((m) => `${id}: ${text.slice(m.start, m.end)}`)),
    ).toEqual([]);
  });
});

describe('typography', () => {
  const of = (language: string) =>
    packs.filter(([locale]) => languageOf(locale) === language).map(([locale]) => locale);

  test.each(of('de').filter((locale) => locale !== 'de-CH'))('%s quotes „so“', (locale) => {
    expect(
      withText(
        locale,
        (text) => /[«»”]/u.test(text) || (text.match(/„/gu) ?? []).length !== (text.match(/“/gu) ?? []).length,
      ),
    ).toEqual([]);
  });
  test('de-CH has no ß', () => {
    expect(withText('de-CH', (text) => text.includes('ß'))).toEqual([]);
  });
  test('de-CH’s avoid-list offers no ß instead', () => {
    const pack = packs.find(([locale]) => locale === 'de-CH')?.[1];
    expect(pack?.avoid.filter((item) => item.instead.includes('ß')).map((item) => item.id)).toEqual([]);
  });
  test.each(of('ar'))('%s has the Arabic question mark, comma and semicolon', (locale) => {
    expect(withText(locale, (text) => /[?;]|\p{Script=Arabic},/u.test(text))).toEqual([]);
  });
  test('ja has full-width punctuation and no space between Japanese words', () => {
    const japanese = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}]';
    expect(
      withText('ja', (text) => new RegExp(`${japanese}[,.?!:;]|[?!]|${japanese} ${japanese}`, 'u').test(text)),
    ).toEqual([]);
  });
  test.each(of('sl'))('%s quotes »so«', (locale) => {
    expect(withText(locale, (text) => /[“„]/u.test(text))).toEqual([]);
  });
  test.each(of('en'))('%s has balanced quotes', (locale) => {
    expect(withText(locale, (text) => (text.match(/“/gu) ?? []).length !== (text.match(/”/gu) ?? []).length)).toEqual(
      [],
    );
  });
  test.each(packs.map(([locale]) => locale).filter((locale) => languageOf(locale) !== 'ja'))(
    '%s has no full-width punctuation',
    (locale) => {
      expect(withText(locale, (text) => /[、。？！「」：；，]/u.test(text))).toEqual([]);
    },
  );
});
