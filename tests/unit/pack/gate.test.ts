import { describe, expect, test } from 'vitest';
import { checkCoverage, checkExamples, checkResolved, checkTexts } from '../../../lib/pack/gate.ts';
import { moves } from '../../../lib/pack/moves.ts';
import type { Problem } from '../../../lib/pack/parse.ts';
import type { Phrase, ResolvedPack } from '../../../lib/pack/resolve.ts';
import type { Catalogue } from '../../../lib/pack/schema.ts';
import { loadCatalogue, resolveShipped, wordsFor } from '../../../scripts/lib/shipped.ts';

const catalogue = loadCatalogue();
const good = resolveShipped('de');
const words = wordsFor(good);

/** The good pack made bad in one way: the phrase changed, all else as it was. */
const withPhrase = (id: string, change: Partial<Phrase>): ResolvedPack => ({
  ...good,
  phrases: good.phrases.map((p) => (p.id === id ? { ...p, ...change } : p)),
});
const only = (problems: Problem[]): Problem => {
  expect(problems).toHaveLength(1);
  return problems[0] as Problem;
};

test('the good pack is good', () => {
  expect(checkResolved(good, catalogue, words)).toEqual([]);
});

describe('texts', () => {
  test.each<[string, string, RegExp]>([
    ['an unknown argument', 'Hallo {name}', /not an argument/u],
    ['broken ICU', 'Hallo {addressee', /not valid ICU/u],
    ['a select without other', '{agentGender, select, female {x}}', /not valid ICU/u],
    ['a bare date', 'bis {deadline}', /needs a format/u],
    ['a branch without text', '{agentGender, select, female {x} other {}}', /empty for agentGender = (?:male|other)/u],
    [
      'one branch of two selects without text',
      '{agentGender, select, male {} other {x}}{customerGender, select, male {} other {y}}',
      /agentGender = male, customerGender = male/u,
    ],
    ['nothing but a space', ' ', /empty for every value/u],
  ])('%s', (_, formal, problem) => {
    const found = only(checkTexts(withPhrase('ack.late', { text: { formal } })));
    expect(found.place).toBe('phrase ack.late › text › formal');
    expect(found.problem).toMatch(problem);
    expect(found.remedy).toBeTruthy();
  });
  test('a text that is the salutation alone is one', () => {
    expect(checkTexts(withPhrase('greet.solemn', { text: { any: '{salutation}' } }))).toEqual([]);
  });
  test('each register is checked', () => {
    expect(
      checkTexts(withPhrase('ack.late', { text: { formal: '{a}', informal: '{b}', any: '{c}' } })).map((p) => p.place),
    ).toEqual(['formal', 'informal', 'any'].map((r) => `phrase ack.late › text › ${r}`));
  });
});

describe('coverage', () => {
  test.each<[string, () => [ResolvedPack, Catalogue?], string, RegExp]>([
    [
      'a phrase of the catalogue that is missing',
      () => [{ ...good, phrases: good.phrases.filter((p) => p.id !== 'ack.late') }],
      'phrase ack.late',
      /the pack does not/u,
    ],
    [
      'another move than the catalogue’s',
      () => [withPhrase('ack.late', { move: 'thank' })],
      'phrase ack.late › move',
      /“thank” here and “acknowledge”/u,
    ],
    [
      'a register without text',
      () => [withPhrase('ack.late', { text: { formal: 'x' } })],
      'phrase ack.late › text',
      /informal/u,
    ],
    [
      'a note that is missing',
      () => [
        { ...good, phrases: good.phrases.map(({ note, ...p }) => (p.id === 'ack.late' || !note ? p : { ...p, note })) },
      ],
      'phrase ack.late › note',
      /missing/u,
    ],
    [
      'no example where it is offered',
      () => [withPhrase('ack.late', { examples: [{ customer: 'x', offered: false }] })],
      'phrase ack.late › examples',
      /offered/u,
    ],
    [
      'no example where it is silent',
      () => [withPhrase('ack.late', { examples: [{ customer: 'x', offered: true }] })],
      'phrase ack.late › examples',
      /silent/u,
    ],
    [
      'no greeting for an unknown gender',
      () => [
        { ...good, address: { ...good.address, formal: { ...good.address.formal, email: { noName: 'Guten Tag,' } } } },
      ],
      'address › formal › email › unknown',
      /missing/u,
    ],
    [
      'no greeting without a name',
      () => [
        {
          ...good,
          address: { ...good.address, informal: { ...good.address.informal, chat: { unknown: 'Hi {given},' } } },
        },
      ],
      'address › informal › chat › noName',
      /missing/u,
    ],
  ])('%s', (_, make, place, problem) => {
    const [pack] = make();
    const found = only(checkCoverage(pack, catalogue));
    expect(found.place).toBe(place);
    expect(found.problem).toMatch(problem);
    expect(found.remedy).toBeTruthy();
  });
  test.each(moves)('the move “%s” without a phrase', (move) => {
    const ids = good.phrases.filter((p) => p.move === move).map((p) => p.id);
    const pack = { ...good, phrases: good.phrases.filter((p) => p.move !== move), off: ids };
    expect(only(checkCoverage(pack, catalogue)).problem).toContain(`“${move}”`);
  });
  test('absent with a reason and switched off are both answers', () => {
    const phrases = good.phrases.filter((p) => p.id !== 'ack.late' && p.id !== 'ack.wrong');
    expect(
      checkCoverage(
        { ...good, phrases, off: ['ack.late'], absent: [...good.absent, { id: 'ack.wrong', why: 'w' }] },
        catalogue,
      ),
    ).toEqual([]);
  });
  test('a phrase on demand needs no examples', () => {
    expect(checkCoverage(withPhrase('ack.late', { examples: [], onDemand: true }), catalogue)).toEqual([]);
  });
});

describe('examples', () => {
  const example = (customer: string, offered: boolean) =>
    checkExamples(withPhrase('ack.late', { examples: [{ customer, offered }] }), words);
  test('one that says what happens is good', () => {
    expect(example('Meine Bestellung ist verspätet.', true)).toEqual([]);
    expect(example('Haben Sie die Lampe auch in Weiß?', false)).toEqual([]);
  });
  test('one that calls for nothing, and how it was read', () => {
    const found = only(example('Haben Sie die Lampe auch in Weiß?', true));
    expect(found.place).toBe('phrase ack.late › example 1');
    expect(found.problem).toMatch(/does not call for it \(read as neutral/u);
  });
  test('one that calls for it although it must not', () => {
    expect(only(example('Meine Bestellung ist verspätet.', false)).problem).toMatch(/calls for it \(read as/u);
  });
  test('a long text is named by its beginning', () => {
    expect(only(example(`Haben Sie ${'viele '.repeat(100)}Lampen?`, true)).problem).toMatch(
      /^“Haben Sie viele .{20,60}…”/u,
    );
  });
  test('what the agent said before is part of the example', () => {
    const said = good.phrases.find((p) => p.id === 'ack.late')?.text.any ?? '';
    const before = { customer: 'Meine Bestellung ist verspätet.', offered: false, agentBefore: said };
    expect(checkExamples(withPhrase('ack.late', { examples: [before] }), words)).toEqual([]);
  });
});
