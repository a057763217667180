/** The page “Model” without a browser: what it asks for, what it keeps, what it gives back. */
import { describe, expect, test } from 'vitest';
import { cancelled, createModels, type ModelTools } from '../../../components/options/models.ts';
import { type HubModels, noHubModels } from '../../../lib/affect/hub/choice.ts';
import { type HubPlace, keyOf } from '../../../lib/affect/hub/place.ts';
import { HubError } from '../../../lib/affect/hub/problem.ts';
import { kept } from '../options/fixtures.ts';

const downloaded = { labels: ['negative', 'positive'], multiLabel: false, revision: 'main', bytes: 10 };
const place: HubPlace = { model: 'a/b', base: 'https://m.example' };

async function page(more: Partial<ModelTools> = {}, stored: HubModels = noHubModels) {
  const log: string[] = [];
  const models = kept<HubModels>(stored);
  const tools: ModelTools = {
    models,
    loopback: false,
    ask: ({ base }) => {
      log.push(`ask ${base}`);
      return {
        granted: Promise.resolve(true),
        release: async () => {
          log.push('release');
        },
      };
    },
    download: ({ model }) => {
      log.push(`download ${model}`);
      return { result: Promise.resolve(downloaded), cancel: () => undefined };
    },
    isThere: async () => true,
    removeFiles: async (key) => {
      log.push(`remove ${key}`);
    },
    read: Object.assign(async () => ({ sentiment: 'neutral' as const, emotion: 'neutral' as const }), {
      samples: async () => [],
    }),
    ...more,
  };
  const made = await createModels(tools);
  made.actions.type({ model: place.model, base: place.base });
  return { ...made, get: made.store.getState, log, models };
}

describe('fetching', () => {
  test('asks in the click, before anything is waited for', async () => {
    const { actions, log } = await page();
    const started = actions.start();
    expect(log).toEqual(['ask https://m.example']);
    await started;
  });
  test('keeps the model with guessed meanings, unused, and gives the permission back', async () => {
    const { actions, get, log } = await page();
    await actions.start();
    const { models, said, running } = get();
    expect(models).toMatchObject({
      used: null,
      partial: null,
      kept: [{ ...place, targets: ['negative', 'positive'] }],
    });
    expect({ said, running }).toEqual({ said: 'downloaded', running: null });
    expect(log).toEqual(['ask https://m.example', 'download a/b', 'release']);
  });
  test('refused: says so, and nothing has changed', async () => {
    const { actions, get, log } = await page({
      ask: () => ({ granted: Promise.resolve(false), release: async () => undefined }),
    });
    await actions.start();
    expect(get().problem).toMatchObject({ kind: 'refused', place: 'm.example' });
    expect(get().models).toEqual(noHubModels);
    expect(log).not.toContain('download a/b');
  });
  test('cut off: what to go on with is remembered; a model that is of no use is not', async () => {
    const cut = await page({ download: () => ({ result: Promise.reject(cancelled()), cancel: () => undefined }) });
    await cut.actions.start();
    expect(cut.get().models.partial).toEqual(place);
    expect(cut.get().said).toBe('cancelled');
    expect(cut.log).toEqual(['ask https://m.example', 'release']);
    const wrong = await page({
      download: () => ({ result: Promise.reject(new HubError('wrongTask', 'x')), cancel: () => undefined }),
    });
    await wrong.actions.start();
    expect(wrong.get().models.partial).toBeNull();
    expect(wrong.get().problem?.kind).toBe('wrongTask');
    expect(wrong.log).toContain(`remove ${await keyOf(place)}`);
  });
  test('anew keeps the meanings that the lead gave, and the model in use, while the labels are the same', async () => {
    const { actions, get } = await page();
    await actions.start();
    const [model] = get().models.kept;
    const key = model?.key ?? '';
    await actions.setTarget(key, 0, 'anger');
    await actions.use(key);
    await actions.start();
    expect(get().models).toMatchObject({ used: key, kept: [{ targets: ['anger', 'positive'] }] });
  });
});

describe('using', () => {
  test('needs meanings that tell something apart; going back and deleting leave the shipped model', async () => {
    const { actions, get, log } = await page();
    await actions.start();
    const key = get().models.kept[0]?.key ?? '';
    await actions.setTarget(key, 1, 'negative');
    await actions.use(key);
    expect(get().models.used).toBeNull();
    await actions.setTarget(key, 1, 'positive');
    await actions.use(key);
    expect(get().models.used).toBe(key);
    await actions.goBack();
    expect(get().models).toMatchObject({ used: null, kept: [{ key }] });
    await actions.use(key);
    await actions.remove(key);
    expect(get().models).toMatchObject({ used: null, kept: [] });
    expect(log).toContain(`remove ${key}`);
  });
  test('one whose files the browser has deleted is marked', async () => {
    const { get } = await page(
      { isThere: async () => false },
      { ...noHubModels, kept: [{ ...place, ...downloaded, key: 'k', targets: ['negative', 'positive'] }] },
    );
    expect([...get().gone]).toEqual(['k']);
  });
});

describe('comparing', () => {
  const samples = [
    { lang: 'en', text: 'good', sentiment: 'positive' as const },
    { lang: 'en', text: 'bad', sentiment: 'negative' as const },
    { lang: 'en', text: 'so so' },
  ];
  const read = Object.assign(
    async ({ text }: { text: string }, by: unknown) => ({
      sentiment: by === 'shipped' && text === 'bad' ? ('negative' as const) : ('positive' as const),
      emotion: 'neutral' as const,
    }),
    { samples: async () => samples },
  );
  test('counts what is right, what agrees, and shows where they differ', async () => {
    const { actions, get } = await page({ read });
    await actions.start();
    const key = get().models.kept[0]?.key ?? '';
    await actions.compare(key);
    expect(get().comparisons[key]).toMatchObject({
      messages: 3,
      agreed: 2,
      labelled: 2,
      right: { shipped: 2, other: 1 },
      differ: [{ sample: { text: 'bad' }, shipped: { sentiment: 'negative' }, other: { sentiment: 'positive' } }],
    });
    await actions.setTarget(key, 0, 'anger');
    expect(get().comparisons).toEqual({});
  });
  test('a model that does not run is named so', async () => {
    const { actions, get } = await page({
      read: Object.assign(() => Promise.reject(new Error('no')), { samples: async () => samples }),
    });
    await actions.start();
    await actions.compare(get().models.kept[0]?.key ?? '');
    expect(get().problem).toMatchObject({ kind: 'doesNotRun', place: 'a/b' });
    expect(get().running).toBeNull();
  });
});
