import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { moves } from '../../../lib/pack/moves.ts';
import { type Phrase, type ResolvedPack, resolvePack } from '../../../lib/pack/resolve.ts';
import type { When } from '../../../lib/pack/schema.ts';
import { emotions, type Situation, signals, topics } from '../../../lib/reading.ts';
import { phrasesSaid } from '../../../lib/suggest/said.ts';
import { chooseRegister, type SuggestContext, suggest } from '../../../lib/suggest/suggest.ts';
import { fitOf } from '../../../lib/suggest/when.ts';
import { resolveShipped } from '../../../scripts/lib/shipped.ts';
import { readingOf, situationOf } from '../engine/helpers.ts';

const context: SuggestContext = {
  agentLocale: 'en',
  agentName: 'Nika',
  agentGender: 'other',
  deadline: new Date('2026-11-24T16:00:00Z'),
  timeZone: 'UTC',
  said: [],
};
const empty = resolvePack('de', [], []);
const phrase = (id: string, move: Phrase['move'], more: Partial<Phrase> = {}): Phrase => ({
  id,
  move,
  when: {},
  text: { any: `text of ${id}` },
  empathy: 0,
  onDemand: false,
  examples: [],
  layer: 'built-in',
  ...more,
});
const packOf = (phrases: Phrase[], more: Partial<ResolvedPack> = {}): ResolvedPack => ({ ...empty, phrases, ...more });
const ids = (situation: Situation, pack: ResolvedPack, more: Partial<SuggestContext> = {}) =>
  suggest(situation, pack, { ...context, ...more }).map((s) => s.id);
const german = resolveShipped('de');
const english = resolveShipped('en');

describe('order', () => {
  const one = packOf([...moves].reverse().map((move) => phrase(`p.${move}`, move)));
  test('a reply greets, acknowledges before it explains, promises, closes', () => {
    expect(ids(situationOf(), one)).toEqual(moves.map((move) => `p.${move}`));
  });
  test('in danger, what to do now comes right after the greeting', () => {
    expect(ids(situationOf({ signals: ['safety'] }), one).slice(0, 3)).toEqual(['p.greet', 'p.ask', 'p.bridge']);
  });
  test('after a death, the condolence does', () => {
    expect(ids(situationOf({ concepts: ['f-death'] }), one).slice(0, 2)).toEqual(['p.greet', 'p.comfort']);
  });
  test('within a move the phrase that says more about the thread comes first', () => {
    const pack = packOf([
      phrase('a.plain', 'acknowledge'),
      phrase('a.told', 'acknowledge', { when: { concepts: ['f-late'] } }),
    ]);
    expect(ids(situationOf({ concepts: ['f-late'] }), pack)).toEqual(['a.told', 'a.plain']);
  });
  test('one of a move is proposed, two acknowledgements; the rest is on demand', () => {
    const pack = packOf(
      ['a', 'b', 'c'].flatMap((n) => [phrase(`ack.${n}`, 'acknowledge'), phrase(`thank.${n}`, 'thank')]),
    );
    expect(
      suggest(situationOf(), pack, context)
        .filter((s) => !s.onDemand)
        .map((s) => s.id),
    ).toEqual(['thank.a', 'ack.a', 'ack.b']);
  });
  test('what is the agent’s own decision is on demand, and takes nobody’s place', () => {
    const pack = packOf([phrase('thank.a', 'thank', { onDemand: true }), phrase('thank.b', 'thank')]);
    expect(suggest(situationOf(), pack, context).map((s) => [s.id, s.onDemand])).toEqual([
      ['thank.b', false],
      ['thank.a', true],
    ]);
  });
});

describe('conditions', () => {
  const fits = (when: When, situation: Situation, agentLanguage: 'same' | 'other' = 'other') =>
    fitOf('p.x', when, situation, { agentLanguage }) !== undefined;
  test.each<[string, When, Situation, boolean]>([
    ['none', {}, situationOf(), true],
    ['an emotion', { emotion: ['anger'] }, situationOf({ emotion: 'anger' }), true],
    ['another emotion', { emotion: ['anger'] }, situationOf({ emotion: 'joy' }), false],
    ['a sentiment', { sentiment: ['negative'] }, situationOf({ emotion: 'worry' }), true],
    ['another sentiment', { sentiment: ['negative'] }, situationOf(), false],
    ['too little intensity', { minIntensity: 2 }, situationOf({ emotion: 'anger', intensity: 1 }), false],
    ['too much intensity', { maxIntensity: 1 }, situationOf({ emotion: 'anger', intensity: 2 }), false],
    ['intensity between', { minIntensity: 1, maxIntensity: 2 }, situationOf({ emotion: 'anger', intensity: 2 }), true],
    ['any of the signals', { signals: ['churn', 'safety'] }, situationOf({ signals: ['safety'] }), true],
    ['none of the signals', { signals: ['churn'] }, situationOf({ signals: ['safety'] }), false],
    ['a signal that must not be', { withoutSignals: ['churn'] }, situationOf({ signals: ['churn'] }), false],
    ['any of the concepts', { concepts: ['f-late', 'f-wait'] }, situationOf({ concepts: ['f-wait'] }), true],
    ['a concept that must not be', { withoutConcepts: ['f-death'] }, situationOf({ concepts: ['f-death'] }), false],
    ['a topic', { topic: ['billing'] }, situationOf({ topics: ['billing'] }), true],
    ['another topic', { topic: ['billing'] }, situationOf({ topics: ['delivery'] }), false],
    ['a channel', { channel: ['chat'] }, situationOf({}, { channel: 'chat' }), true],
    ['another channel', { channel: ['chat'] }, situationOf(), false],
    ['the first message', { stage: 'first' }, situationOf(), true],
    ['a later message', { stage: 'follow-up' }, situationOf(), false],
    ['a number that was given', { reference: 'given' }, situationOf({}, { reference: '48213' }), true],
    ['a number that is missing', { reference: 'missing' }, situationOf({}, { reference: '48213' }), false],
    ['words of the customer', { words: ['mir reicht'] }, situationOf({}, { calledFor: ['p.x'] }), true],
    ['words that were not there', { words: ['mir reicht'] }, situationOf({}, { calledFor: ['p.y'] }), false],
    ['all must hold', { emotion: ['anger'], concepts: ['f-late'] }, situationOf({ emotion: 'anger' }), false],
  ])('%s', (_, when, situation, wanted) => {
    expect(fits(when, situation)).toBe(wanted);
  });
  test('the agent’s language', () => {
    expect(fits({ agentLanguage: 'other' }, situationOf(), 'same')).toBe(false);
    expect(fits({ agentLanguage: 'same' }, situationOf(), 'same')).toBe(true);
  });
  test('the reason names what in the thread called for it', () => {
    const pack = packOf([
      phrase('a.x', 'acknowledge', {
        when: { signals: ['churn', 'safety'], concepts: ['f-late'], emotion: ['anger'], topic: ['delivery'] },
        note: 'why',
        source: 'book',
        empathy: 2,
      }),
    ]);
    const [suggestion] = suggest(
      situationOf({ emotion: 'anger', signals: ['churn'], concepts: ['f-late'], topics: ['delivery'] }),
      pack,
      context,
    );
    expect(suggestion?.reason).toEqual({
      note: 'why',
      source: 'book',
      empathy: 2,
      because: [
        { kind: 'signal', id: 'churn' },
        { kind: 'concept', id: 'f-late' },
        { kind: 'emotion', id: 'anger' },
        { kind: 'topic', id: 'delivery' },
      ],
    });
  });
});

describe('the empathy ceiling', () => {
  const pack = packOf([
    phrase('a.high', 'acknowledge', { empathy: 3 }),
    phrase('a.low', 'acknowledge', { empathy: 2 }),
  ]);
  test('is not passed on a guess', () => {
    expect(ids(situationOf({ emotion: 'anger', intensity: 3 }), pack)).toEqual(['a.low']);
  });
  test('is passed where the customer named the feeling first', () => {
    expect(ids(situationOf({ emotion: 'anger', intensity: 3, concepts: ['w-anger'] }), pack)).toContain('a.high');
  });
  test('another feeling that they named does not count', () => {
    expect(ids(situationOf({ emotion: 'anger', intensity: 3, concepts: ['w-sadness'] }), pack)).toEqual(['a.low']);
  });
});

describe('register', () => {
  const both = packOf([phrase('g.x', 'greet', { text: { formal: 'Sie', informal: 'du' } })], {
    profile: {
      ...empty.profile,
      defaultRegister: { email: 'formal', chat: 'informal', social: 'informal', form: 'formal' },
    },
  });
  const text = (
    value: 'formal' | 'informal' | 'unmarked',
    confidence: number,
    channel: Situation['channel'] = 'email',
  ) =>
    suggest(
      situationOf({ register: { value, confidence, source: 'text', evidence: [] } }, { channel }),
      both,
      context,
    )[0]?.text;
  test.each([
    ['the customer’s own', 'informal', 0.8, 'email', 'du'],
    ['formal on little evidence', 'formal', 0.5, 'chat', 'Sie'],
    ['not informal on little evidence', 'informal', 0.55, 'email', 'Sie'],
    ['without a sign the default of e-mail', 'unmarked', 0, 'email', 'Sie'],
    ['without a sign the default of chat', 'unmarked', 0, 'chat', 'du'],
  ] as const)('%s', (_, value, confidence, channel, wanted) => {
    expect(text(value, confidence, channel)).toBe(wanted);
  });
  test('a pack with one register has no choice', () => {
    const pack = packOf([], { profile: { ...empty.profile, registers: ['informal'] } });
    expect(
      chooseRegister(readingOf({ register: { value: 'formal', confidence: 1, source: 'agent', evidence: [] } }), pack, {
        channel: 'email',
      }),
    ).toBe('informal');
  });
  test('a phrase without a text in the register is silent', () => {
    expect(ids(situationOf(), packOf([phrase('g.x', 'greet', { text: { informal: 'du' } })]))).toEqual([]);
  });
});

describe('arguments', () => {
  const address = {
    formal: { email: { unknown: 'Guten Tag {full},', noName: 'Guten Tag,', female: 'Sehr geehrte Frau {family},' } },
  };
  const filled = (any: string, situation = situationOf(), more: Partial<SuggestContext> = {}) =>
    suggest(situation, packOf([phrase('g.x', 'greet', { text: { any } })], { address }), { ...context, ...more })[0]
      ?.text;
  test('a phrase whose argument has no value is silent', () => {
    expect(filled('Nr. {reference}')).toBeUndefined();
    expect(filled('Nr. {reference}', situationOf({}, { reference: '48213' }))).toBe('Nr. 48213');
    expect(filled('{addressee}, bitte')).toBeUndefined();
  });
  test('an agent without a name leaves no empty line', () => {
    expect(filled('Freundliche Grüße\n{agentName}', situationOf(), { agentName: '' })).toBe('Freundliche Grüße');
  });
  test('a gender is other until someone says it', () => {
    const text =
      '{salutation} {customerGender, select, female {f} male {m} other {o}}{agentGender, select, female {f} male {m} other {o}}';
    expect(filled(text, situationOf({}, { customerName: 'Anna Weber' }))).toBe('Guten Tag Anna Weber, oo');
    expect(
      filled(text, situationOf({}, { customerName: 'Anna Weber' }), { customerGender: 'female', agentGender: 'male' }),
    ).toBe('Sehr geehrte Frau Weber, fm');
  });
  test('weekday, date and hour are those of the same zone', () => {
    const text = '{deadlineDay, select, tue {Di} wed {Mi} other {?}} {deadline, date, ::d} {deadline, time, ::Hmm}';
    expect(filled(text, situationOf(), { deadline: new Date('2026-11-24T23:30:00Z'), timeZone: 'Asia/Tokyo' })).toBe(
      'Mi 25 08:30'.replace('08', '8'),
    );
  });
  test('a name is text, whatever it looks like', () => {
    for (const customerName of ['{reference}', "O'Brien", '$& $1', '#'])
      expect(filled('{salutation}', situationOf({}, { customerName }))).not.toMatch(/undefined|\$&.*\$&|48213/u);
  });
  test('a broken text is silent and takes nothing else with it', () => {
    const pack = packOf([phrase('g.broken', 'greet', { text: { any: 'Hi {oops' } }), phrase('g.ok', 'greet')]);
    expect(ids(situationOf(), pack)).toEqual(['g.ok']);
  });
  test('[blanks] are known', () => {
    expect(
      suggest(
        situationOf(),
        packOf([phrase('a.x', 'ask', { text: { any: 'a [b] c' } }), phrase('a.y', 'ask')]),
        context,
      ).map((s) => s.blanks),
    ).toEqual([true, false]);
  });
});

describe('what was said', () => {
  test('is not offered again', () => {
    const pack = packOf([phrase('a.x', 'apologise'), phrase('a.y', 'apologise')]);
    expect(ids(situationOf(), pack, { said: ['a.x'] })).toEqual(['a.y']);
  });
  const promise = phrase('p.x', 'promise', {
    text: { formal: 'Ich melde mich bis {deadline, date, ::EEEEdMMMM} bei Ihnen, auch wenn [Grund] noch offen ist.' },
  });
  test('is found again whatever was filled in, however it is written', () => {
    expect(
      phrasesSaid(packOf([promise]), [
        'ICH MELDE MICH bis Freitag, 20. November  bei Ihnen,\nauch wenn die Antwort noch offen ist!',
      ]),
    ).toEqual(['p.x']);
  });
  test('is not found in a part, in another order or in other words', () => {
    const pack = packOf([promise]);
    expect(
      phrasesSaid(pack, ['Ich melde mich bis Freitag.', 'noch offen ist bei Ihnen, auch wenn; Ich melde mich bis']),
    ).toEqual([]);
    expect(phrasesSaid(pack, ['', '48213'])).toEqual([]);
    expect(phrasesSaid(pack, [])).toEqual([]);
  });
  test('a greeting and a closing belong in every message', () => {
    const words = { any: 'Freundliche Grüße aus Graz von uns allen' };
    expect(
      phrasesSaid(packOf([phrase('g.x', 'greet', { text: words }), phrase('c.x', 'close', { text: words })]), [
        words.any,
      ]),
    ).toEqual([]);
  });
  test('a phrase of a few letters would be found by chance', () => {
    expect(phrasesSaid(packOf([phrase('a.x', 'ask', { text: { any: 'Danke [wofür]' } })]), ['Danke dafür'])).toEqual(
      [],
    );
  });
});

describe('glosses', () => {
  test('are the same phrase in the agent’s language, in its own direction', () => {
    const situation = situationOf({ concepts: ['f-late'] });
    const late = suggest(situation, resolveShipped('ar'), { ...context, glossPack: english }).find(
      (s) => s.id === 'ack.late',
    );
    expect(late).toMatchObject({ locale: 'ar', dir: 'rtl', gloss: { locale: 'en', dir: 'ltr' } });
    expect(late?.gloss?.text).not.toBe(late?.text);
  });
  test('there are none for an agent who writes in their own language', () => {
    expect(
      suggest(situationOf(), german, { ...context, agentLocale: 'de-AT', glossPack: resolveShipped('de-AT') }).some(
        (s) => s.gloss,
      ),
    ).toBe(false);
  });
  test('a phrase that the other pack does not have goes without', () => {
    const [suggestion] = suggest(situationOf(), packOf([phrase('own.x', 'thank')]), { ...context, glossPack: english });
    expect(suggestion).toMatchObject({ id: 'own.x' });
    expect(suggestion).not.toHaveProperty('gloss');
  });
});

test('a region says its own', () => {
  const first = (locale: string) =>
    suggest(situationOf({}, { customerName: 'Mag. Anna Huber', channel: 'chat' }), resolveShipped(locale), context)[0]
      ?.text;
  expect(first('de')).not.toBe(first('de-AT'));
});

describe('a pure function', () => {
  const situations: fc.Arbitrary<Situation> = fc
    .record({
      emotion: fc.constantFrom(...emotions),
      intensity: fc.constantFrom(0, 1, 2, 3),
      signals: fc.subarray([...signals]),
      topics: fc.subarray([...topics]),
      concepts: fc.subarray([
        'f-late',
        'f-broken',
        'f-death',
        'f-refund',
        'w-anger',
        'e-insult',
        'f-no-reply',
        'f-wait',
      ]),
      value: fc.constantFrom('formal', 'informal', 'unmarked'),
      confidence: fc.double({ min: 0, max: 1, noNaN: true }),
      channel: fc.constantFrom('email', 'chat', 'social', 'form'),
      stage: fc.constantFrom('first', 'follow-up'),
      customerName: fc.constantFrom(undefined, 'Anna Weber', 'Frau Weber', '佐藤 美咲', 'ليلى الحسيني', 'x@y.z'),
      reference: fc.constantFrom(undefined, '48213'),
    } as const)
    .map(({ value, confidence, channel, stage, customerName, reference, ...wanted }) =>
      situationOf(
        { ...wanted, register: { value, confidence, source: 'text', evidence: [] } },
        { channel, stage, ...(customerName ? { customerName } : {}), ...(reference ? { reference } : {}) },
      ),
    );
  const freeze = <T>(value: T): T => {
    if (typeof value === 'object' && value !== null && !Object.isFrozen(value) && !(value instanceof Date)) {
      Object.freeze(value);
      for (const inner of Object.values(value)) freeze(inner);
    }
    return value;
  };
  const frozen = ['de', 'de-AT', 'ja', 'ar', 'sl', 'pt-BR'].map((locale) => freeze(resolveShipped(locale)));

  test('the same input gives the same answer, and nothing of it is changed', () => {
    fc.assert(
      fc.property(
        situations,
        fc.constantFrom(...frozen),
        fc.constantFrom('female', 'male', 'other', undefined),
        (situation, pack, customerGender) => {
          const given = freeze({ ...context, glossPack: english, ...(customerGender ? { customerGender } : {}) });
          const before = structuredClone(situation);
          const answer = suggest(freeze(situation), pack, given);
          expect(suggest(situation, pack, given)).toEqual(answer);
          expect(situation).toEqual(before);
        },
      ),
    );
  });

  test('whatever the situation: in order, once each, whole, never above the ceiling, one greeting first, one closing at most', () => {
    fc.assert(
      fc.property(situations, fc.constantFrom(...frozen), (situation, pack) => {
        const answer = suggest(situation, pack, context);
        expect(new Set(answer.map((s) => s.id)).size).toBe(answer.length);
        for (const { id, text, gloss } of answer) {
          expect(`${id} ${text} ${gloss?.text ?? ''}`).not.toMatch(/[{}]|undefined|\[object/u);
          const source = pack.phrases.find((p) => p.id === id) as Phrase;
          if (source.empathy > pack.profile.empathyCeiling)
            expect(situation.reading.concepts).toContain(`w-${situation.reading.emotion.value}`);
        }
        const places = answer.map((s) => s.move);
        if (situation.channel === 'email' || situation.channel === 'form')
          expect(answer.filter((s) => s.move === 'greet' && !s.onDemand)).toHaveLength(1);
        expect(places.lastIndexOf('greet')).toBe(places.filter((move) => move === 'greet').length - 1);
        expect(answer.filter((s) => s.move === 'close' && !s.onDemand).length).toBeLessThanOrEqual(1);
      }),
    );
  });
});
