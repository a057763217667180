/** Save, undo, discard, import: nothing is lost, whatever the storage does. */
import { expect, test } from 'vitest';
import { changesBetween } from '../../../components/options/changes.ts';
import { layersFor, packView } from '../../../components/options/pack-view.ts';
import { changesOf, localesOf } from '../../../components/options/store.ts';
import { createEngine } from '../../../lib/engine.ts';
import { setPhrase } from '../../../lib/pack/edit.ts';
import type { Pack } from '../../../lib/pack/schema.ts';
import { packLimits } from '../../../lib/pack/schema.ts';
import { file, library, memory, open } from './fixtures.ts';

const text = { formal: 'Guten Tag!', informal: 'Hi!' };
const edit =
  (to: Pack['phrases']): ((layer: Pack) => Pack) =>
  (layer) =>
    (to ?? []).reduce((l, { id, ...change }) => setPhrase(l, undefined, id, change), layer);

test('save stores the draft and what was there before; undo swaps them, twice is back again', async () => {
  const page = await open(
    memory({ edits: { de: { format: 1, locale: 'de', phrases: [{ id: 'greet.first', text: { any: 'Früher.' } }] } } }),
  );
  page.actions.edit('de', edit([{ id: 'greet.first', text }]));
  expect(changesOf(page.get())).toEqual([{ locale: 'de', what: 'greet.first' }]);
  await page.actions.save();
  expect(page.get().status?.key).toBe('options.saved');
  expect(changesOf(page.get())).toEqual([]);
  expect((await page.edits.getValue()).de?.phrases).toEqual([{ id: 'greet.first', text }]);
  expect((await page.before.getValue())?.de?.phrases).toEqual([{ id: 'greet.first', text: { any: 'Früher.' } }]);
  await page.actions.undoSave();
  expect((await page.edits.getValue()).de?.phrases).toEqual([{ id: 'greet.first', text: { any: 'Früher.' } }]);
  expect(page.get().status?.key).toBe('options.undone');
  await page.actions.undoSave();
  expect((await page.edits.getValue()).de?.phrases).toEqual([{ id: 'greet.first', text }]);
});

test('undo waits until unsaved changes are saved or discarded', async () => {
  const page = await open(
    memory({ before: {}, edits: { de: { format: 1, locale: 'de', phrases: [{ id: 'greet.first', off: true }] } } }),
  );
  page.actions.edit('de', edit([{ id: 'close.email', off: true }]));
  await page.actions.undoSave();
  expect(page.get().status?.key).toBe('options.undoBlocked');
  expect((await page.edits.getValue()).de).toBeDefined();
});

test('discard goes back to what is saved and can itself be taken back', async () => {
  const page = await open();
  page.actions.edit('de', edit([{ id: 'greet.first', text }]));
  page.actions.discard();
  expect(page.get().draft).toEqual({});
  expect(page.get().status?.wayBack).toBe('edits');
  page.actions.bringBackEdits();
  expect(page.get().draft.de?.phrases).toEqual([{ id: 'greet.first', text }]);
});

test('a text that cannot be used blocks saving, and the problem leads to its field', async () => {
  const page = await open();
  page.actions.edit('de', edit([{ id: 'greet.first', text: { formal: 'Hallo {x', informal: 'Hi!' } }]));
  await page.actions.save();
  expect(page.get().status?.key).toBe('options.mendFirst');
  expect(await page.edits.getValue()).toEqual({});
  const [problem] = page.problems();
  expect(problem).toMatchObject({ locale: 'de', place: 'phrase greet.first › text › formal' });
  if (problem) page.actions.jumpTo(problem);
  expect(page.get()).toMatchObject({ page: 'pack', locale: 'de', tab: 'phrases', focus: 'greet.first/text/formal' });
  expect(page.get().open.has('greet.first')).toBe(true);
  page.actions.edit('de', edit([{ id: 'greet.first', text }]));
  await page.actions.save();
  expect(page.get().status?.key).toBe('options.saved');
});

test('a form of address with a placeholder that does not exist blocks saving', async () => {
  const page = await open();
  page.actions.edit('de', (layer) => ({
    ...layer,
    address: { formal: { email: { noName: 'Guten Tag {nam},' } }, inText: { formal: { female: 'Frau {family' } } },
  }));
  expect(page.problems().map((problem) => problem.place)).toEqual([
    'address › formal › email › noName',
    'address › inText › formal › female',
  ]);
  const [problem] = page.problems();
  if (problem) page.actions.jumpTo(problem);
  expect(page.get()).toMatchObject({ tab: 'address', focus: 'address/formal/email/noName' });
});

test('a phrase without any text blocks saving', async () => {
  const page = await open();
  page.actions.edit('de', edit([{ id: 'own.new', move: 'explain', text: {} }]));
  expect(page.problems()).toHaveLength(1);
  await page.actions.save();
  expect(await page.edits.getValue()).toEqual({});
});

test('full storage: says so, keeps the draft, and saving works once there is room', async () => {
  const page = await open();
  page.state.full = true;
  page.actions.edit('de', edit([{ id: 'greet.first', text }]));
  await page.actions.save();
  expect(page.get().status).toMatchObject({ kind: 'problem', key: 'options.storageFull' });
  expect(page.get().draft.de?.phrases).toEqual([{ id: 'greet.first', text }]);
  expect(page.get().before).toBeNull();
  await page.actions.importFile(file('team.json', '{"format":1,"locale":"de"}'));
  expect(page.get().files).toEqual([]);
  expect(page.get().status?.key).toBe('options.storageFull');
  await page.actions.changeSettings({ agentName: 'Nika' });
  expect(page.get().settings.agentName).toBe('');
  page.state.full = false;
  await page.actions.save();
  expect((await page.edits.getValue()).de?.phrases).toEqual([{ id: 'greet.first', text }]);
});

test('another tab’s save is shown; unsaved changes stay on top of it', async () => {
  const page = await open();
  page.actions.edit('de', edit([{ id: 'greet.first', text }]));
  await page.edits.setValue({ de: { format: 1, locale: 'de', phrases: [{ id: 'close.email', off: true }] } });
  expect(page.get().status?.key).toBe('options.savedElsewhereMerged');
  expect(
    page
      .get()
      .draft.de?.phrases?.map((phrase) => phrase.id)
      .sort(),
  ).toEqual(['close.email', 'greet.first']);
  expect(changesOf(page.get())).toEqual([{ locale: 'de', what: 'greet.first' }]);
});

test('an own save is not taken for another tab’s', async () => {
  const page = await open();
  const seen: (string | undefined)[] = [];
  page.store.subscribe((state) => seen.push(state.status?.key));
  page.actions.edit('de', edit([{ id: 'greet.first', text: { any: ' Hallo ' } }]));
  await page.actions.save();
  expect(seen).not.toContain('options.savedElsewhereMerged');
  expect(page.get().draft.de?.phrases?.[0]?.text).toEqual({ any: 'Hallo' });
});

test.each([
  ['not JSON', '{"format":1,', 'line 1'],
  ['a newer format', '{"format":9,"locale":"de"}', 'format'],
  ['an unknown key', '{"format":1,"locale":"de","colour":"red"}', 'the file'],
  ['a repeated id', '{"format":1,"locale":"de","phrases":[{"id":"a.a","off":true},{"id":"a.a"}]}', 'phrase a.a'],
  [
    'broken ICU',
    '{"format":1,"locale":"de","phrases":[{"id":"greet.first","text":{"formal":"Hallo {x"}}]}',
    'phrase greet.first › text › formal',
  ],
  [
    'an argument that does not exist',
    '{"format":1,"locale":"de","phrases":[{"id":"greet.first","text":{"formal":"Hallo {name}"}}]}',
    'phrase greet.first › text › formal',
  ],
])(
  'a file with %s is kept as it came, switched off, named by place with a remedy; the rest works',
  async (_, broken, place) => {
    const page = await open();
    await page.actions.importFile(file('broken.json', broken));
    await page.actions.importFile(
      file('good.json', '{"format":1,"locale":"de","phrases":[{"id":"greet.first","text":{"any":"Vom Team."}}]}'),
    );
    const [bad, good] = page.get().files;
    expect(bad).toMatchObject({ name: 'broken.json', text: broken, on: false });
    expect(bad?.problems[0]?.place).toContain(place);
    expect(bad?.problems[0]?.remedy).toBeTruthy();
    expect(good).toMatchObject({ on: true, problems: [] });
    expect((await page.teamPacks.getValue()).map(({ text: kept, on }) => ({ kept, on }))[0]).toEqual({
      kept: broken,
      on: false,
    });
    await page.actions.importFile(file('mended.json', '{"format":1,"locale":"sl"}'), bad?.id);
    expect(page.get().files.map((f) => [f.id, f.name, f.on])).toEqual([
      [bad?.id, 'mended.json', true],
      [good?.id, 'good.json', true],
    ]);
  },
);

test('a file beyond the limit is refused with its size before it is read', async () => {
  const page = await open();
  await page.actions.importFile({
    name: 'huge.json',
    size: packLimits.bytes + 1,
    text: () => Promise.reject(new Error('was read')),
  });
  expect(page.get().status?.key).toBe('options.tooLarge');
  expect(page.get().files).toEqual([]);
});

test('a removed file can be brought back to its place', async () => {
  const page = await open(
    memory({
      packs: ['a', 'b'].map((id) => ({ id, name: `${id}.json`, text: '{"format":1,"locale":"de"}', on: true })),
    }),
  );
  await page.actions.removeFile('a');
  expect(page.get().files.map((f) => f.id)).toEqual(['b']);
  await page.actions.bringBackFile();
  expect(page.get().files.map((f) => f.id)).toEqual(['a', 'b']);
});

test('a file taken over lies under the lead’s own edits', async () => {
  const page = await open();
  page.actions.edit('de', edit([{ id: 'greet.first', text: { any: 'Eigen.' } }]));
  await page.actions.importFile(
    file(
      't.json',
      '{"format":1,"locale":"de","phrases":[{"id":"greet.first","text":{"any":"Team."}},{"id":"close.email","text":{"any":"Gruß"}}]}',
    ),
  );
  page.actions.takeOver(page.get().files[0]?.id ?? '');
  expect(page.get().draft.de?.phrases).toEqual([
    { id: 'greet.first', text: { any: 'Eigen.' } },
    { id: 'close.email', text: { any: 'Gruß' } },
  ]);
});

test('the page lays the layers as the engine does', async () => {
  const page = await open();
  const edits = {
    de: { format: 1 as const, locale: 'de', phrases: [{ id: 'greet.first', off: true }] },
    'de-AT': { format: 1 as const, locale: 'de-AT', words: { 'f-late': { add: ['zspät'] } } },
  };
  const packs = [
    {
      id: '1',
      name: 'at.json',
      text: '{"format":1,"locale":"de-AT","phrases":[{"id":"close.email","text":{"any":"Baba"}}]}',
      on: true,
    },
    {
      id: '2',
      name: 'fr.json',
      text: '{"format":1,"locale":"fr","phrases":[{"id":"close.email","text":{"any":"Cordialement"}}]}',
      on: true,
    },
  ];
  for (const pack of packs) await page.actions.importFile(file(pack.name, pack.text));
  const { catalogue, shipped, files } = page.get();
  const engine = createEngine(library, { packs, edits });
  for (const locale of ['de', 'de-AT', 'fr', 'ar-EG'])
    expect(packView(locale, catalogue, shipped, files, edits).current).toEqual(await engine.resolve(locale));
  expect(layersFor('de-AT', shipped, files, edits).map((layer) => `${layer.kind} ${layer.pack.locale}`)).toEqual([
    'built-in de',
    'built-in de-AT',
    'team de-AT',
    'own de',
    'own de-AT',
  ]);
  expect(localesOf(page.get())).toContain('fr');
});

test('what is switched off is still shown, with where its wording is from', async () => {
  const page = await open();
  const { catalogue, shipped } = page.get();
  const view = packView('de-AT', catalogue, shipped, [], {
    'de-AT': { format: 1, locale: 'de-AT', phrases: [{ id: 'greet.first', off: true }] },
  });
  expect(view.current.phrases.some((phrase) => phrase.id === 'greet.first')).toBe(false);
  expect(view.shown.phrases.some((phrase) => phrase.id === 'greet.first')).toBe(true);
  expect([...view.off]).toEqual(['greet.first']);
  expect(view.originOf('greet.first')).toEqual({ kind: 'own', locale: 'de-AT' });
  expect(view.originOf('greet.follow-up')).toEqual({ kind: 'built-in', locale: 'de' });
});

test('changes are counted in what a lead would call one', () => {
  const before = { de: { format: 1 as const, locale: 'de', words: { 'f-late': { add: ['a'] } } } };
  const after = {
    de: {
      format: 1 as const,
      locale: 'de',
      words: { 'f-late': { add: ['a', 'b'] } },
      address: { formal: { email: { noName: 'X' } } },
    },
  };
  expect(
    changesBetween(before, after)
      .map((change) => change.what)
      .sort(),
  ).toEqual(['address › formal › email › noName', 'f-late › b']);
});
