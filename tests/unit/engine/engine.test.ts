import { describe, expect, test } from 'vitest';
import type { AffectInput, AffectModel } from '../../../lib/affect/model.ts';
import type { Affect } from '../../../lib/affect/read.ts';
import { createLibrary } from '../../../lib/library.ts';
import type { Pack } from '../../../lib/pack/schema.ts';
import { defaultSettings, type TeamPack } from '../../../lib/team-data.ts';
import { withoutWords } from '../../../lib/tickets.ts';
import { engineFor, question, repositoryLibrary, seeds, threadOf } from './helpers.ts';

const engine = engineFor();
const late = threadOf(
  [
    'Sehr geehrte Damen und Herren,\n\nmeine Bestellung 48213 ist leider verspätet. Wann kommt sie? Ich danke Ihnen.\n\nAnna Weber',
  ],
  { customerName: 'Anna Weber' },
);
/** A language whose words are read (with its neighbour's list) and that has no pack. */
const slovak = threadOf([
  'Dobrý deň,\n\nmoja objednávka 48213 stále neprišla. Môžete mi prosím napísať, kde je? Ďakujem.\n\nZuzana Kováčová',
]);
const teamPack = (name: string, text: string, on = true): TeamPack => ({ id: name, name, text, on });
const edit = (more: Partial<Pack>, locale = 'de'): Pack => ({ format: 1, locale, ...more });

describe('the seed tickets', () => {
  const packOf: Record<string, string | null> = {
    sl: 'sl',
    nl: 'nl',
    sv: 'sv',
    ar: 'ar',
    de: 'de',
    ja: 'ja',
    pt: 'pt-BR',
    en: 'en',
    pl: 'pl',
    fr: 'fr',
  };
  test.each([...seeds])('%s is answered', async (language, thread) => {
    const answer = await engine.answer(question(thread));
    expect(answer.situation.reading.language.value).toBe(language);
    expect(answer.locale).toBe(packOf[language]);
    expect(answer.packName === '').toBe(answer.locale === null);
    const proposed = answer.suggestions.filter((s) => !s.onDemand);
    expect(proposed[0]?.move).toBe('greet');
    expect(proposed.some((s) => s.move === 'promise')).toBe(true);
    for (const { text, gloss } of answer.suggestions)
      expect(`${text} ${gloss?.text ?? ''}`).not.toMatch(/[{}]|undefined/u);
  });
  test.each([...seeds])('%s: evidence slices the message it names', async (_, thread) => {
    const { reading } = (await engine.answer(question(thread))).situation;
    for (const { message, start, end, words } of [reading.register, reading.emotion, ...reading.signals].flatMap(
      (judged) => judged.evidence,
    )) {
      expect(thread.messages.find((m) => m.id === message)?.text.slice(start, end)).toBe(words);
    }
  });
  test('notes and agents are not read', async () => {
    const shout = 'Ich bin stinksauer! Das ist eine Frechheit, ich gehe zum Anwalt!';
    const quiet = await engine.answer(
      question(threadOf([late.messages[0]?.text ?? '', ['note', shout], ['unknown', shout], ['agent', 'Danke.']])),
    );
    const plain = await engine.answer(question(threadOf([late.messages[0]?.text ?? '', ['agent', 'Danke.']])));
    expect(quiet.situation.reading).toEqual(plain.situation.reading);
  });
});

describe('regions', () => {
  const austrian = threadOf(['Servus, heuer im Jänner habe ich Paradeiser bestellt und sie sind immer noch nicht da.']);
  test('words of a region choose its pack', async () => {
    const answer = await engine.answer(question(austrian));
    expect(answer.situation.reading.language).toMatchObject({ value: 'de', region: { value: 'de-AT' } });
    expect(answer.locale).toBe('de-AT');
  });
  test('the team’s choice stands above them', async () => {
    const settings = { ...defaultSettings, regions: ['de-CH'] };
    expect((await engine.answer(question(austrian, { settings }))).locale).toBe('de-CH');
  });
  test('one word is not enough: it may be borrowed', async () => {
    const one = threadOf(['Meine Bestellung ist heuer leider immer noch nicht angekommen.']);
    expect((await engine.answer(question(one))).locale).toBe('de');
  });
});

describe('hints where the text does not decide', () => {
  const short = threadOf(['hallo']);
  const languageOf = async (more: Parameters<typeof question>[1], team = {}) =>
    (await engineFor(team).answer(question(short, more))).situation.reading.language;
  test('without any, the agent is asked', async () => {
    expect((await languageOf({})).value).toBe('unknown');
  });
  test('the language that the agent corrected to before, and that the team serves', async () => {
    const settings = { ...defaultSettings, regions: ['nl-BE'] };
    const reading = await languageOf({ languagesCorrected: { nl: 6 }, settings });
    expect(reading).toMatchObject({ value: 'nl', source: 'page' });
  });
  test('a text that decides is not turned by them', async () => {
    const german = threadOf(['Wo bleibt meine Bestellung? Ich warte schon seit einer Woche.']);
    const answer = await engine.answer(question(german, { languagesCorrected: { nl: 50 } }));
    expect(answer.situation.reading.language.value).toBe('de');
  });
});

describe('languages', () => {
  test('one without a pack is answered in English, and says so', async () => {
    const answer = await engine.answer(question(slovak));
    expect(answer).toMatchObject({ locale: null, withoutPack: 'sk', packName: '' });
    expect(new Set(answer.suggestions.map((s) => s.locale))).toEqual(new Set(['en']));
  });
  test.each([['🙂'], ['48213'], ['ok']])('%j is unknown: no suggestions instead of guessed ones', async (text) => {
    const answer = await engine.answer(question(threadOf([text])));
    expect(answer).toMatchObject({ locale: null, suggestions: [] });
    expect(answer).not.toHaveProperty('withoutPack');
    expect(answer.situation.reading).toMatchObject({
      language: { value: 'unknown' },
      emotion: { value: 'neutral' },
      signals: [],
      concepts: [],
    });
  });
  test('the agent’s word settles it', async () => {
    const answer = await engine.answer(question(threadOf(['ok']), { correction: { language: 'nl' } }));
    expect(answer).toMatchObject({ locale: 'nl', situation: { reading: { language: { source: 'agent' } } } });
    expect(answer.suggestions.length).toBeGreaterThan(0);
  });
  test('the region that the team prefers speaks', async () => {
    const answer = await engine.answer(question(late, { settings: { ...defaultSettings, regions: ['de-AT'] } }));
    expect(answer.locale).toBe('de-AT');
  });
  test('a switch inside a thread is followed', async () => {
    const answer = await engine.answer(
      question(
        threadOf([
          'Where is my order? I have been waiting for it for two weeks now.',
          ['agent', 'Hello'],
          'Entschuldigung, ich schreibe lieber auf Deutsch weiter: Meine Bestellung ist immer noch nicht angekommen, und ich warte schon seit zwei Wochen auf eine Antwort von Ihnen. Können Sie mir bitte sagen, wann sie kommt?',
        ]),
      ),
    );
    expect(answer.locale).toBe('de');
  });
  test('glosses are in the agent’s language', async () => {
    const gloss = async (agentLocale: string) =>
      (await engine.answer(question(late, { settings: { ...defaultSettings, agentLocale } }))).suggestions.find(
        (s) => s.gloss,
      )?.gloss?.locale;
    expect(await gloss('')).toBe('en');
    expect(await gloss('sl')).toBe('sl');
    expect(await gloss('sk')).toBe('en');
    expect(await gloss('de-AT')).toBeUndefined();
  });
});

describe('corrections', () => {
  test('change the reading and the suggestions with it', async () => {
    const before = await engine.answer(question(late));
    const after = await engine.answer(question(late, { correction: { emotion: 'anger', intensity: 3 } }));
    expect(after.situation.reading).toMatchObject({
      emotion: { value: 'anger', intensity: 3, source: 'agent', confidence: 1, evidence: [] },
      sentiment: 'negative',
    });
    expect(after.suggestions.map((s) => s.id)).not.toEqual(before.suggestions.map((s) => s.id));
  });
  test('of the register', async () => {
    const answer = await engine.answer(question(late, { correction: { register: 'informal' } }));
    expect(answer.suggestions[0]?.text).toContain('Hallo Anna');
  });
  test('of the customer’s gender', async () => {
    const answer = await engine.answer(question(late, { correction: { customerGender: 'female' } }));
    expect(answer.suggestions[0]?.text).toContain('Sehr geehrte Frau Weber');
  });
});

describe('the thread', () => {
  test('a phrase that the agent used is not offered again', async () => {
    const apology = (await engine.answer(question(late))).suggestions.find((s) => s.id === 'ack.late');
    expect(apology).toBeDefined();
    const answer = await engine.answer(
      question({
        ...late,
        messages: [...late.messages, { id: 'a', role: 'agent', text: `Guten Tag,\n${apology?.text}\nNika` }],
      }),
    );
    expect(answer.said).toContain('ack.late');
    expect(answer.suggestions.map((s) => s.id)).not.toContain('ack.late');
  });
  test('words that are only quoted call for nothing', async () => {
    const waiting = engineFor({
      edits: {
        de: edit({
          phrases: [
            { id: 'own.lamp', move: 'explain', when: { words: ['lampenschirm'] }, text: { any: 'Zum Lampenschirm.' } },
          ],
        }),
      },
    });
    const ids = async (text: string) => (await waiting.answer(question(threadOf([text])))).suggestions.map((s) => s.id);
    expect(await ids('Ich habe eine Frage zu meinem Lampenschirm, können Sie mir helfen?')).toContain('own.lamp');
    expect(await ids('Ich habe eine Frage an Sie, können Sie mir helfen?\n\n> Ihr Lampenschirm ist da.')).not.toContain(
      'own.lamp',
    );
  });
  test('the promise is given in the pack’s zone, or the team’s', async () => {
    const promise = async (timeZone: string) =>
      (
        await engine.answer(
          question(late, { settings: { ...defaultSettings, timeZone, promise: { workingDays: 1, hour: 9 } } }),
        )
      ).suggestions.find((s) => s.id === 'promise.reply-by')?.text;
    for (const zone of ['', 'Asia/Tokyo', 'America/New_York'])
      expect(await promise(zone)).toMatch(/Montag, (?:den |dem )?23\. November.*9[.:]00/su);
  });
});

describe('what is remembered', () => {
  const reply = threadOf([], { customerName: 'Anna Weber' });
  test('answers the reply page, which shows no conversation, like the page that showed it', async () => {
    const { situation, said, ...shown } = await engine.answer(question(late));
    const answer = await engine.answer(question(reply, { remembered: withoutWords({ situation, said }) }));
    expect(answer.suggestions).toEqual(shown.suggestions);
    expect(answer.locale).toBe('de');
  });
  test('can be corrected, also in its language', async () => {
    const { situation, said } = await engine.answer(question(late));
    expect(
      (await engine.answer(question(reply, { remembered: { situation, said }, correction: { language: 'sl' } })))
        .locale,
    ).toBe('sl');
  });
  test('an empty page with nothing remembered has no suggestions', async () => {
    expect((await engine.answer(question(reply))).suggestions).toEqual([]);
  });
  test('the conversation on the page counts more than what is remembered', async () => {
    const { situation, said } = await engine.answer(question(late));
    expect((await engine.answer(question(seeds.get('nl') ?? reply, { remembered: { situation, said } }))).locale).toBe(
      'nl',
    );
  });
});

describe('the team', () => {
  const solo =
    '{"format":1,"locale":"sk","profile":{"name":"slovenčina"},"address":{"formal":{"email":{"noName":"Dobrý deň,"}}},"phrases":[{"id":"greet.first","move":"greet","text":{"any":"{salutation}"}}]}';
  test('a pack of the team speaks a language that none of ours does', async () => {
    const answer = await engineFor({ packs: [teamPack('sk.json', solo)] }).answer(question(slovak));
    expect(answer).toMatchObject({ locale: 'sk', packName: 'slovenčina' });
    expect(answer.suggestions[0]?.text).toBe('Dobrý deň,');
  });
  test('one that is switched off does not', async () => {
    expect((await engineFor({ packs: [teamPack('sk.json', solo, false)] }).answer(question(slovak))).locale).toBeNull();
  });
  test.each([
    ['no JSON', '{"format": 1,'],
    ['a newer format', '{"format":2,"locale":"de"}'],
    ['a time zone that there is not', '{"format":1,"locale":"de","profile":{"timeZone":"Mars/Olympus"}}'],
    ['a hostile key', '{"format":1,"locale":"de","constructor":{}}'],
    ['an empty file', ''],
  ])('a broken one (%s) is named, and the rest works', async (_, text) => {
    const broken = engineFor({
      packs: [
        teamPack('broken.json', text),
        teamPack(
          'good.json',
          JSON.stringify(edit({ phrases: [{ id: 'ack.late', text: { any: 'Vom Team: zu spät.' } }] })),
        ),
      ],
    });
    const answer = await broken.answer(question(late));
    expect(answer.brokenPacks).toEqual(['broken.json']);
    expect(answer.suggestions.find((s) => s.id === 'ack.late')?.text).toBe('Vom Team: zu spät.');
  });
  test('a broken text in a good pack silences that phrase alone', async () => {
    const answer = await engineFor({
      edits: { de: edit({ phrases: [{ id: 'ack.late', text: { any: 'Hallo {constructor}' } }] }) },
    }).answer(question(late));
    expect(answer.suggestions.map((s) => s.id)).not.toContain('ack.late');
    expect(answer.suggestions.length).toBeGreaterThan(3);
  });
  test('an own edit changes the next suggestion, over the team’s', async () => {
    const answer = await engineFor({
      packs: [teamPack('t.json', JSON.stringify(edit({ phrases: [{ id: 'ack.late', text: { any: 'Vom Team.' } }] })))],
      edits: { de: edit({ phrases: [{ id: 'ack.late', text: { any: 'Von mir.' } }] }) },
    }).answer(question(late));
    expect(answer.suggestions.find((s) => s.id === 'ack.late')).toMatchObject({
      text: 'Von mir.',
      reason: { note: expect.stringMatching(/\w/u) },
    });
  });
  test('an edit of the language holds in its regions', async () => {
    const resolved = await engineFor({
      edits: { de: edit({ phrases: [{ id: 'ack.late', text: { any: 'Von mir.' } }] }) },
    }).resolve('de-AT');
    expect(resolved.phrases.find((p) => p.id === 'ack.late')?.text.any).toBe('Von mir.');
  });
  test('a phrase switched off is gone', async () => {
    const answer = await engineFor({ edits: { de: edit({ phrases: [{ id: 'ack.late', off: true }] }) } }).answer(
      question(late),
    );
    expect(answer.suggestions.map((s) => s.id)).not.toContain('ack.late');
  });
  test('a word that a lead teaches changes the reading, one taken out changes it back', async () => {
    const thread = threadOf(['Ich habe eine Frage an Sie: Das Paket ist verschlurft, was nun?']);
    const read = async (words: Pack['words']) =>
      (await engineFor({ edits: { de: edit(words ? { words } : {}) } }).answer(question(thread))).situation.reading
        .concepts;
    expect(await read(undefined)).not.toContain('f-late');
    expect(await read({ 'f-late': { add: ['verschlurft'] } })).toContain('f-late');
    const taken = engineFor({
      packs: [teamPack('t.json', JSON.stringify(edit({ words: { 'f-late': { add: ['verschlurft'] } } })))],
      edits: { de: edit({ words: { 'f-late': { remove: ['verschlurft'] } } }) },
    });
    expect((await taken.answer(question(thread))).situation.reading.concepts).not.toContain('f-late');
  });
  test('an edit of the avoid-list changes the draft check', async () => {
    const own = engineFor({
      edits: { de: edit({ avoid: [{ id: 'avoid.own', forms: ['zeitnah'], why: 'w', instead: 'i' }] }) },
    });
    expect(
      (await own.checkDraft('Wir melden uns zeitnah.', 'de', { why: '', instead: '' })).map((f) => f.words),
    ).toContain('zeitnah');
  });
});

describe('the library', () => {
  test('a file that could not be read is tried again', async () => {
    let down = true;
    const library = createLibrary(async (path) => {
      if (down) throw new Error('gone');
      return path.endsWith('index.json') ? '{"packs":["de"],"words":[]}' : '[]';
    });
    await expect(library.index()).rejects.toThrow('gone');
    down = false;
    expect(await library.catalogue()).toEqual([]);
    expect((await library.index()).packs).toEqual(['de']);
  });
  test('each file is read once', async () => {
    const read: string[] = [];
    const library = createLibrary(async (path) => {
      read.push(path);
      return '{"packs":[],"words":[]}';
    });
    await Promise.all([library.index(), library.pack('de'), library.words('de'), library.pack('fr')]);
    expect(read).toEqual(['locales/index.json']);
  });
  test('what does not ship is undefined or empty', async () => {
    expect(await repositoryLibrary().pack('xx')).toBeUndefined();
    expect((await repositoryLibrary().words('xx')).size).toBe(0);
  });
});

test('two questions at once do not mix', async () => {
  const threads = [...seeds.values()];
  const together = await Promise.all(threads.map((thread) => engineFor().answer(question(thread))));
  for (const [i, thread] of threads.entries()) expect(together[i]).toEqual(await engine.answer(question(thread)));
});

test('a neighbour without a word list is read with its neighbour’s, and named as it is', async () => {
  const thread = threadOf(['Poštovani, već treći put pišem, paket nije stigao i jako sam ljuta na vas.']);
  for (const language of ['bs', 'sr']) {
    const { situation } = await engineFor().answer(question(thread, { correction: { language } }));
    expect(situation.reading.language.value).toBe(language);
    expect(situation.reading.sentiment).toBe('negative');
    expect(situation.reading.concepts).toContain('w-anger');
  }
});

describe('the trained model', () => {
  const two = threadOf([
    'Wo ist denn meine Bestellung? Ich warte schon seit Tagen auf das Paket.',
    ['agent', 'Guten Tag'],
    'Na dann, herzlichen Dank für die Auskunft, ich weiß Bescheid und warte weiter.',
  ]);
  const seen: AffectInput[][] = [];
  const reading = (text: string, more: Partial<Affect> = {}): Affect => ({
    emotion: { value: 'anger', confidence: 0.876, marks: [{ id: 'x-said', start: 0, end: Math.min(7, text.length) }] },
    intensity: 3,
    sentiment: { value: 'negative', confidence: 0.9 },
    urgency: 0.5,
    signals: [{ value: 'sarcasm', confidence: 0.8, marks: [] }],
    concepts: [],
    ...more,
  });
  const model = (latest: Partial<Affect>, before: Partial<Affect>): AffectModel => ({
    read: async (messages) => {
      seen.push([...messages]);
      return messages.map(({ text }, i) => reading(text, i === 0 ? latest : before));
    },
  });

  test('reads the feelings where one is given, and says so', async () => {
    const byRules = await engine.answer(question(two));
    const byModel = await engine.answer(question(two), model({}, { intensity: 1 }));
    expect(byRules.readBy).toBe('rules');
    expect(byRules.situation.reading.emotion.value).not.toBe('anger');
    expect(byModel.readBy).toBe('model');
    expect(byModel.situation.reading).toMatchObject({
      emotion: { value: 'anger', intensity: 3, confidence: 0.88, evidence: [{ words: 'Na dann' }] },
      signals: [{ value: 'sarcasm' }],
    });
    expect(byModel.suggestions.map((s) => s.id)).not.toEqual(byRules.suggestions.map((s) => s.id));
    // What is not about feelings is as before.
    expect(byModel.situation.reading.register).toEqual(byRules.situation.reading.register);
    expect(byModel.situation.reading.language).toEqual(byRules.situation.reading.language);
  });
  test('is asked for the latest message, with its words, and for the one before', async () => {
    seen.length = 0;
    await engine.answer(question(two), model({}, {}));
    expect(seen).toHaveLength(1);
    expect(seen[0]?.map(({ text, evidence, language }) => [text, evidence, language])).toEqual([
      [two.messages[2]?.text, true, 'de'],
      [two.messages[0]?.text, false, 'de'],
    ]);
    expect(seen[0]?.[0]?.features.map((f) => f.id)).toContain('w-gratitude');
  });
  test.each([
    ['rising', { intensity: 3 as const }, { intensity: 1 as const }],
    ['falling', { intensity: 1 as const }, { intensity: 3 as const }],
    ['steady', { intensity: 2 as const }, { intensity: 2 as const }],
  ])('%s: the trend is between two readings of the model', async (trend, latest, before) => {
    const answer = await engine.answer(question(two), model(latest, before));
    expect(answer.situation.reading.trend).toBe(trend);
  });
  test('that fails is an error of its own, not half an answer', async () => {
    const failing: AffectModel = { read: () => Promise.reject(new Error('gone')) };
    await expect(engine.answer(question(two), failing)).rejects.toThrow('gone');
  });
  test('is not asked where no one would believe it: another language, no conversation', async () => {
    seen.length = 0;
    expect((await engine.answer(question(threadOf(['ok'])), model({}, {}))).readBy).toBe('nobody');
    expect((await engine.answer(question(threadOf([])), model({}, {}))).readBy).toBe('nobody');
    expect(seen).toEqual([]);
  });
  test('a correction of the agent wins over it', async () => {
    const answer = await engine.answer(question(two, { correction: { emotion: 'joy' } }), model({}, {}));
    expect(answer.situation.reading.emotion).toMatchObject({ value: 'joy', source: 'agent' });
  });
});
