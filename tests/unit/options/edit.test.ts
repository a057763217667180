/** Edits of a layer say only what differs, and merging two tabs' edits loses neither. */
import { expect, test } from 'vitest';
import {
  addWord,
  emptyLayer,
  isEmptyLayer,
  merge,
  removeWord,
  restorePhrase,
  setAddressForm,
  setAvoid,
  setDefaultRegister,
  setPhrase,
  setTitles,
  switchOffPhrase,
  switchOnPhrase,
  toPack,
  withoutEmpty,
} from '../../../lib/pack/edit.ts';
import { checkPack } from '../../../lib/pack/parse.ts';
import { resolvePack } from '../../../lib/pack/resolve.ts';
import type { Pack } from '../../../lib/pack/schema.ts';
import { loadCatalogue, loadPacks, resolveShipped } from '../../../scripts/lib/shipped.ts';

const de = resolveShipped('de');
const greet = de.phrases.find((phrase) => phrase.id === 'greet.first');
const empty = emptyLayer('de');
const text = { formal: 'Guten Tag!', informal: 'Hi!' };

test('a changed field is kept, one set back to the wording below is dropped', () => {
  const edited = setPhrase(empty, greet, 'greet.first', { text, note: greet?.note });
  expect(edited.phrases).toEqual([{ id: 'greet.first', text }]);
  expect(isEmptyLayer(withoutEmpty(setPhrase(edited, greet, 'greet.first', { text: greet?.text })))).toBe(true);
  expect(empty).toEqual({ format: 1, locale: 'de' });
});

test('switching off keeps the edit; using again and restoring go back step by step', () => {
  const edited = setPhrase(empty, greet, 'greet.first', { text });
  const off = switchOffPhrase(edited, greet, 'greet.first');
  expect(off.phrases).toEqual([{ id: 'greet.first', text, off: true }]);
  expect(switchOnPhrase(off, greet, 'greet.first', false)).toEqual(edited);
  expect(switchOnPhrase(empty, greet, 'greet.first', true).phrases).toEqual([{ id: 'greet.first', off: false }]);
  expect(isEmptyLayer(withoutEmpty(restorePhrase(off, 'greet.first')))).toBe(true);
});

test('a new phrase is a phrase of the format', () => {
  const layer = setPhrase(empty, undefined, 'own.refund', { move: 'explain', text: { any: 'Zehn Tage.' } });
  expect(checkPack(layer).problems).toEqual([]);
  expect(resolvePack('de', loadCatalogue(), [{ kind: 'own', pack: layer }]).phrases.map((phrase) => phrase.id)).toEqual(
    ['own.refund'],
  );
});

test('forms of address: only the differing form is kept, an empty one shows the lower form again', () => {
  const place = { register: 'formal', where: 'email' } as const;
  const edited = setAddressForm(empty, de.address, place, 'noName', 'Grüß Gott,');
  expect(edited.address).toEqual({ formal: { email: { noName: 'Grüß Gott,' } } });
  expect(isEmptyLayer(setAddressForm(edited, de.address, place, 'noName', ''))).toBe(true);
  expect(
    isEmptyLayer(setAddressForm(edited, de.address, place, 'noName', de.address.formal?.email?.noName ?? '')),
  ).toBe(true);
  const inside = setAddressForm(edited, de.address, { register: 'formal', where: 'inText' }, 'female', 'Frau {family}');
  expect(inside.address).toEqual({
    formal: { email: { noName: 'Grüß Gott,' } },
    inText: { formal: { female: 'Frau {family}' } },
  });
  expect(checkPack(inside).problems).toEqual([]);
});

test('titles and the default register are replaced whole and dropped when as below', () => {
  const titles = setTitles(empty, de.address, ['Dr.']);
  expect(titles.address).toEqual({ titles: ['Dr.'] });
  expect(isEmptyLayer(setTitles(titles, de.address, de.address.titles ?? []))).toBe(true);
  const casual = setDefaultRegister(empty, de.profile, 'email', 'informal');
  expect(casual.profile).toEqual({ defaultRegister: { ...de.profile.defaultRegister, email: 'informal' } });
  expect(isEmptyLayer(setDefaultRegister(casual, de.profile, 'email', 'formal'))).toBe(true);
});

test('avoid-list: an edit is a whole item, and the same as below is no edit', () => {
  const [item] = de.avoid;
  if (!item) throw new Error('the German pack has an avoid-list');
  const edited = setAvoid(empty, item, item.id, { why: 'Ours.' });
  expect(edited.avoid).toEqual([{ ...item, why: 'Ours.' }]);
  expect(setAvoid(edited, item, item.id, { why: item.why }).avoid).toEqual([]);
  const off = setAvoid(empty, item, item.id, { off: true });
  expect(checkPack(off).problems).toEqual([]);
  expect(setAvoid(off, item, item.id, { off: false }).avoid).toEqual([]);
});

test('words: taught, forgotten, struck out and used again', () => {
  const known = ['spät'];
  const taught = addWord(empty, 'f-late', 'verzögert', known);
  expect(taught.words).toEqual({ 'f-late': { add: ['verzögert'] } });
  expect(addWord(taught, 'f-late', 'verzögert', known)).toEqual(taught);
  expect(removeWord(taught, 'f-late', 'verzögert', known).words).toEqual({});
  const struck = removeWord(empty, 'f-late', 'spät', known);
  expect(struck.words).toEqual({ 'f-late': { remove: ['spät'] } });
  expect(addWord(struck, 'f-late', 'spät', known).words).toEqual({});
});

test('a full pack for a file reads back and resolves to the same wording', () => {
  for (const locale of ['de', 'de-AT', 'ar']) {
    const resolved = resolveShipped(locale);
    const { pack, problems } = checkPack(JSON.parse(JSON.stringify(toPack(resolved))));
    expect(problems).toEqual([]);
    const again = resolvePack(locale, loadCatalogue(), [{ kind: 'built-in', pack: pack as Pack }]);
    expect(new Map(again.phrases.map((p) => [p.id, p.text]))).toEqual(
      new Map(resolved.phrases.map((p) => [p.id, p.text])),
    );
    expect(again.address).toEqual(resolved.address);
    expect(again.avoid).toEqual(resolved.avoid);
  }
  expect(loadPacks().size).toBeGreaterThan(10);
});

test('merge: both tabs’ edits count, mine where both changed the same', () => {
  const base: Pack = {
    format: 1,
    locale: 'de',
    phrases: [
      { id: 'a.a', text: { any: 'a' } },
      { id: 'b.b', note: 'b' },
    ],
    words: { 'f-late': { add: ['x', 'y'] } },
  };
  const mine: Pack = {
    ...base,
    phrases: [
      { id: 'a.a', text: { any: 'mine' } },
      { id: 'b.b', note: 'b' },
      { id: 'c.c', off: true },
    ],
    words: { 'f-late': { add: ['x', 'y', 'z'] } },
  };
  const theirs: Pack = {
    ...base,
    phrases: [{ id: 'a.a', text: { any: 'theirs' }, note: 'new' }],
    words: { 'f-late': { add: ['y', 'w'] } },
  };
  expect(merge(base, mine, theirs)).toEqual({
    format: 1,
    locale: 'de',
    phrases: [
      { id: 'a.a', text: { any: 'mine' }, note: 'new' },
      { id: 'c.c', off: true },
    ],
    words: { 'f-late': { add: ['y', 'w', 'z'] } },
  });
  expect(merge(undefined, mine, theirs).phrases?.map((phrase) => phrase.id)).toEqual(['a.a', 'b.b', 'c.c']);
});
