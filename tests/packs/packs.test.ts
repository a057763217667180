/** Every shipped pack, whole: what `npm run pack -- check` says of it, and what only a look across all packs can find. */
import { describe, expect, test } from 'vitest';
import { addressCustomer } from '../../lib/address/address.ts';
import { checkDraft } from '../../lib/draft/check.ts';
import { checkCoverage, checkExamples, checkTexts } from '../../lib/pack/gate.ts';
import { moves } from '../../lib/pack/moves.ts';
import { renderAll } from '../../lib/pack/render.ts';
import type { ResolvedPack } from '../../lib/pack/resolve.ts';
import { checkWording } from '../../lib/pack/wording.ts';
import { genders } from '../../lib/reading.ts';
import { loadCatalogue, loadPacks, resolveShipped, wordsFor } from '../../scripts/lib/shipped.ts';

const catalogue = loadCatalogue();
const files = loadPacks();
const packs = [...files.keys()].map((locale): [string, ResolvedPack] => [
  locale,
  resolveShipped(locale, files, catalogue),
]);
const languagePacks = packs.filter(([locale]) => !files.get(locale)?.extends);

const rendered = new Map(
  packs.map(([locale, pack]) => [
    locale,
    pack.phrases.map((phrase): [string, string[]] => [
      phrase.id,
      [
        ...new Set(
          Object.values(phrase.text).flatMap((text) => {
            const renderings = renderAll(text, locale);
            if (!Array.isArray(renderings)) throw new Error(`${phrase.id}: ${renderings.problem}`);
            return renderings.map((one) => one.text);
          }),
        ),
      ],
    ]),
  ]),
);
const lines = (locale: string): [string, string][] =>
  (rendered.get(locale) ?? []).flatMap(([id, texts]) => texts.map((text): [string, string] => [id, text]));
/** Phrases of a pack with a text that the pattern finds. */
const withText = (locale: string, wrong: (text: string) => boolean): string[] =>
  lines(locale)
    .filter(([, text]) => wrong(text))
    .map(([id, text]) => `${id}: ${text}`);
const english = packs.find(([locale]) => locale === 'en')?.[1];

test('there are packs for every locale that Attune speaks', () => {
  expect([...files.keys()].sort()).toEqual(
    [
      ...[
        'ar',
        'ar-EG',
        'ar-SA',
        'cs',
        'da',
        'de',
        'de-AT',
        'de-CH',
        'el',
        'en',
        'en-GB',
        'en-IN',
        'es',
        'es-MX',
        'fi',
      ],
      ...['fr', 'fr-BE', 'fr-CA', 'fr-CH', 'he', 'hi', 'hr', 'hu', 'id', 'it', 'ja', 'ko', 'nb', 'nl', 'nl-BE', 'pl'],
      ...['pt-BR', 'pt-PT', 'ro', 'ru', 'sl', 'sv', 'th', 'tr', 'uk', 'vi', 'zh', 'zh-TW'],
    ].sort(),
  );
});

describe.each(packs)('%s passes the gate', (locale, pack) => {
  test('its texts compile and fill in', () => {
    expect(checkTexts(pack)).toEqual([]);
  });
  test('its wording keeps to script, typography, length and its own avoid-list', () => {
    expect(checkWording(pack, english)).toEqual([]);
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
    expect(withText(locale, (text) => /[{}]|\bundefined\b|\bnull\b|\bNaN\b|\[object|Invalid Date/u.test(text))).toEqual(
      [],
    );
  });
  test('brackets that the agent fills in are closed and hold words', () => {
    expect(withText(locale, (text) => /[[\]]/u.test(text.replace(/\[[^[\]\n]{1,80}\]/gu, '')))).toEqual([]);
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
            const { salutation } = addressCustomer(pack, {
              register,
              channel,
              gender,
              ...(displayName ? { displayName } : {}),
            });
            expect(salutation).toMatch(/^[^{}\n]{2,}$/u);
          }
        }
      }
    }
  });
});

test('de-CH’s avoid-list offers no ß instead', () => {
  const pack = packs.find(([locale]) => locale === 'de-CH')?.[1];
  expect(pack?.avoid.filter((item) => item.instead.includes('ß')).map((item) => item.id)).toEqual([]);
});
