import { describe, expect, test } from 'vitest';
import { checkPack } from '../../../lib/pack/parse.ts';
import { type Layer, type LayerKind, packChain, resolvePack, textFor } from '../../../lib/pack/resolve.ts';
import type { Catalogue, Pack, PhraseText } from '../../../lib/pack/schema.ts';

const catalogue: Catalogue = [
  { id: 'greet.first', move: 'greet', purpose: 'p', when: { stage: 'first' } },
  { id: 'ack.late', move: 'acknowledge', purpose: 'p', when: { concepts: ['f-late'] }, empathy: 1 },
  { id: 'close.email', move: 'close', purpose: 'p', onDemand: true },
];
const pack = (locale: string, more: Partial<Pack> = {}): Pack => ({ format: 1, locale, ...more });
const layer = (kind: LayerKind, more: Partial<Pack>, locale = 'de'): Layer => ({ kind, pack: pack(locale, more) });
const resolve = (...layers: Layer[]) => resolvePack('de-AT', catalogue, layers);
const base = layer('built-in', {
  phrases: [
    { id: 'greet.first', text: { formal: 'Guten Tag', informal: 'Hallo' }, note: 'base note' },
    { id: 'ack.late', text: { any: 'zu spät' }, note: 'late note' },
  ],
});
const phrase = (resolved: ReturnType<typeof resolve>, id: string) => resolved.phrases.find((p) => p.id === id);

describe('phrases', () => {
  test('take move, conditions and empathy from the catalogue', () => {
    expect(phrase(resolve(base), 'ack.late')).toEqual({
      id: 'ack.late',
      move: 'acknowledge',
      when: { concepts: ['f-late'] },
      text: { any: 'zu spät' },
      empathy: 1,
      onDemand: false,
      note: 'late note',
      examples: [],
      layer: 'built-in',
    });
  });
  test('come in the catalogue’s order, own ones behind', () => {
    const own = layer('own', { phrases: [{ id: 'own.thing', move: 'thank', text: { any: 'x' } }] });
    expect(resolve(base, own).phrases.map((p) => p.id)).toEqual(['greet.first', 'ack.late', 'own.thing']);
  });
  test('without a text or a move are not there', () => {
    expect(phrase(resolve(base), 'close.email')).toBeUndefined();
    expect(
      phrase(resolve(layer('own', { phrases: [{ id: 'own.thing', text: { any: 'x' } }] })), 'own.thing'),
    ).toBeUndefined();
  });
  test('merge field by field: an edited text keeps the newer note', () => {
    const edited = resolve(
      base,
      layer('own', { phrases: [{ id: 'greet.first', text: { formal: 'Servus', informal: 'Griaß di' } }] }),
    );
    expect(phrase(edited, 'greet.first')).toMatchObject({
      text: { formal: 'Servus', informal: 'Griaß di' },
      note: 'base note',
      layer: 'own',
    });
  });
  test('an edit of one register keeps the text of the other', () => {
    expect(
      phrase(
        resolve(base, layer('own', { phrases: [{ id: 'greet.first', text: { formal: 'Grüß Gott' } }] })),
        'greet.first',
      )?.text,
    ).toEqual({ formal: 'Grüß Gott', informal: 'Hallo' });
  });
  test('a text for any register takes the place of all', () => {
    expect(
      phrase(
        resolve(base, layer('own', { phrases: [{ id: 'greet.first', text: { any: 'Grüß Gott' } }] })),
        'greet.first',
      )?.text,
    ).toEqual({ any: 'Grüß Gott' });
  });
  test('a newer built-in pack never swallows a lead’s edit', () => {
    const edit = layer('own', { phrases: [{ id: 'ack.late', text: { any: 'Ihr Text' } }] });
    const newer = layer('built-in', {
      phrases: [{ id: 'ack.late', text: { any: 'neu' }, note: 'new note', source: 'new source' }],
    });
    expect(phrase(resolve(newer, edit), 'ack.late')).toMatchObject({
      text: { any: 'Ihr Text' },
      note: 'new note',
      source: 'new source',
    });
  });
  test('region over language, team over region, own over team', () => {
    const say = (kind: LayerKind, text: string, locale: string) =>
      layer(kind, { phrases: [{ id: 'ack.late', text: { any: text } }] }, locale);
    const all = [
      say('built-in', 'de', 'de'),
      say('built-in', 'de-AT', 'de-AT'),
      say('team', 'team', 'de'),
      say('own', 'own', 'de'),
    ];
    expect(all.map((_, i) => phrase(resolve(...all.slice(0, i + 1)), 'ack.late')?.text.any)).toEqual([
      'de',
      'de-AT',
      'team',
      'own',
    ]);
  });
  test('off takes a phrase out without losing it, and off: false brings it back', () => {
    const off = layer('team', { phrases: [{ id: 'ack.late', off: true }] });
    expect(resolve(base, off).off).toEqual(['ack.late']);
    expect(phrase(resolve(base, off), 'ack.late')).toBeUndefined();
    expect(
      phrase(resolve(base, off, layer('own', { phrases: [{ id: 'ack.late', off: false }] })), 'ack.late')?.text.any,
    ).toBe('zu spät');
  });
  test('what a region leaves out stays out until someone writes a text', () => {
    const absent = layer('built-in', { absent: [{ id: 'ack.late', why: 'not here' }] }, 'de-AT');
    expect(resolve(base, absent).absent).toEqual([{ id: 'ack.late', why: 'not here' }]);
    expect(phrase(resolve(base, absent), 'ack.late')).toBeUndefined();
    expect(
      phrase(resolve(base, absent, layer('own', { phrases: [{ id: 'ack.late', note: 'n' }] })), 'ack.late'),
    ).toBeUndefined();
    expect(
      phrase(resolve(base, absent, layer('own', { phrases: [{ id: 'ack.late', text: { any: 't' } }] })), 'ack.late')
        ?.text.any,
    ).toBe('t');
  });
});

describe('chat texts', () => {
  const say = (text: PhraseText, kind: LayerKind = 'built-in', locale = 'de') =>
    layer(kind, { phrases: [{ id: 'ack.late', text }] }, locale);
  const textOf = (...layers: Layer[]) => phrase(resolve(...layers), 'ack.late')?.text;

  test.each([
    ['formal', 'email', 'Sie'],
    ['formal', 'chat', 'Sie kurz'],
    ['formal', 'social', 'Sie kurz'],
    ['informal', 'form', 'du'],
    ['informal', 'chat', 'du'],
  ] as const)('%s by %s says “%s”', (register, channel, said) => {
    expect(textFor({ formal: 'Sie', formalChat: 'Sie kurz', informal: 'du' }, register, channel)).toBe(said);
  });
  test('one chat text for all stands beside one text for all', () => {
    expect(textFor({ any: 'lang', anyChat: 'kurz' }, 'informal', 'chat')).toBe('kurz');
    expect(textFor({ any: 'lang', anyChat: 'kurz' }, 'informal', 'email')).toBe('lang');
  });
  test('a layer’s text takes the chat text below with it: it was another wording’s', () => {
    const below = say({ formal: 'Sie', formalChat: 'Sie kurz', informal: 'du', informalChat: 'du kurz' });
    expect(textOf(below, say({ formal: 'Ihr' }, 'own'))).toEqual({
      formal: 'Ihr',
      informal: 'du',
      informalChat: 'du kurz',
    });
    expect(textOf(below, say({ any: 'alle' }, 'own'))).toEqual({ any: 'alle' });
  });
  test('a chat text alone is refused', () => {
    const { problems } = checkPack({
      format: 1,
      locale: 'de',
      phrases: [{ id: 'ack.late', text: { formalChat: 'kurz' } }],
    });
    expect(problems.map((p) => p.problem).join()).toContain('needs');
  });
});

describe('tips', () => {
  const tip = { id: 'tip.order', when: { emotion: ['anger' as const] }, text: { en: 'one' } };
  test('merge by id, and can be switched off', () => {
    const base = layer('built-in', { tips: [tip] });
    expect(resolve(base).tips).toEqual([tip]);
    expect(resolve(base, layer('team', { tips: [{ ...tip, text: { en: 'two' } }] })).tips[0]?.text.en).toBe('two');
    expect(resolve(base, layer('own', { tips: [{ ...tip, off: true }] })).tips).toEqual([]);
  });
});

describe('profile, address, avoid-list, words', () => {
  test('the profile merges field by field over a careful default', () => {
    const resolved = resolve(
      layer('built-in', { profile: { empathyCeiling: 3, timeZone: 'Europe/Berlin' } }),
      layer('team', { profile: { timeZone: 'Europe/Vienna' } }),
    );
    expect(resolved.profile).toMatchObject({
      empathyCeiling: 3,
      timeZone: 'Europe/Vienna',
      registers: ['formal', 'informal'],
      nameOrder: 'given-first',
    });
    expect(resolve().profile.empathyCeiling).toBe(2);
  });
  test('forms of address merge down to the single form; lists are replaced', () => {
    const low = layer('built-in', {
      address: {
        formal: { email: { unknown: 'Guten Tag {full},', noName: 'Guten Tag,' } },
        inText: { formal: { female: 'Frau {family}' } },
        titles: ['Dr.'],
      },
    });
    const high = layer('own', {
      address: { formal: { email: { noName: 'Grüß Gott,' }, chat: { noName: 'Hallo,' } }, titles: ['Mag.'] },
    });
    expect(resolve(low, high).address).toEqual({
      formal: { email: { unknown: 'Guten Tag {full},', noName: 'Grüß Gott,' }, chat: { noName: 'Hallo,' } },
      inText: { formal: { female: 'Frau {family}' }, informal: {} },
      titles: ['Mag.'],
    });
  });
  test('avoid-list items are replaced by id and can be switched off', () => {
    const item = { id: 'avoid.x', forms: ['x'], why: 'w', instead: 'y' };
    expect(
      resolve(layer('built-in', { avoid: [item] }), layer('own', { avoid: [{ ...item, why: 'w2' }] })).avoid,
    ).toEqual([{ ...item, why: 'w2' }]);
    expect(
      resolve(layer('built-in', { avoid: [item] }), layer('own', { avoid: [{ ...item, off: true }] })).avoid,
    ).toEqual([]);
  });
  test('edits of words are kept in the order of the layers', () => {
    expect(
      resolve(
        layer('team', { words: { 'f-late': { add: ['a'] } } }),
        layer('own', { words: { 'f-late': { remove: ['a'] } } }),
      ).words,
    ).toEqual([{ 'f-late': { add: ['a'] } }, { 'f-late': { remove: ['a'] } }]);
  });
  test('resolving changes none of its layers', () => {
    const layers = [
      base,
      layer('own', { phrases: [{ id: 'greet.first', text: { formal: 'x' } }], address: { titles: [] } }),
    ];
    const before = structuredClone(layers);
    resolve(...layers);
    expect(layers).toEqual(before);
  });
});

describe('packChain', () => {
  const packs = new Map([
    ['de', pack('de')],
    ['de-AT', pack('de-AT', { extends: 'de' })],
    ['x', pack('x', { extends: 'y' })],
    ['y', pack('y', { extends: 'x' })],
    ['fr-CA', pack('fr-CA', { extends: 'fr' })],
  ]);
  test.each([
    ['de-AT', ['de', 'de-AT']],
    ['de', ['de']],
    ['x', ['y', 'x']],
    ['fr-CA', ['fr-CA']],
    ['nl', []],
  ])('of %s is %j, the language first, and ends where it repeats', (locale, wanted) => {
    expect(packChain(locale, packs).map((p) => p.locale)).toEqual(wanted);
  });
});
