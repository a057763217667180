/** Fetching a model from a server that speaks the hub's paths, from a good one and from many a bad one. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { downloadModel, type Progress } from '../../../lib/affect/hub/download.ts';
import { HubError } from '../../../lib/affect/hub/problem.ts';
import { fixture, graph, type Hub, serveHub, tinyModel } from '../../support/hub.ts';
import { type MemoryStore, memoryStore } from './memory-store.ts';

let hub: Hub;
let store: MemoryStore;
beforeEach(async () => {
  hub = await serveHub();
  store = memoryStore();
});
afterEach(() => hub.close());

interface More {
  stop?: AbortController;
  progress?: (progress: Progress) => void;
  limits?: { graph: number; tokenizer: number };
  model?: string;
}

const fetchModel = ({ stop = new AbortController(), progress = () => {}, limits, model = tinyModel }: More = {}) =>
  downloadModel({
    place: { model, base: hub.url },
    store,
    signal: stop.signal,
    onProgress: progress,
    ...(limits && { limits }),
  });

const problemOf = (work: Promise<unknown>) =>
  work.then(
    () => 'none',
    (error) => (error instanceof HubError ? error.kind : `other: ${error}`),
  );
const kept = async (file: string) => Buffer.from(await (await store.read(file)).arrayBuffer());
const graphAsked = () => hub.asked.filter(({ path }) => path.endsWith(graph) && path.includes('/resolve/'));

describe('a model that is fetched', () => {
  test('is whole, of one state of its repository, and says its labels', async () => {
    const seen: Progress[] = [];
    const done = await fetchModel({ progress: (progress) => seen.push(progress) });
    expect(done).toMatchObject({ labels: ['anger', 'joy', 'neutral'], multiLabel: false, revision: hub.commit });
    for (const file of ['config.json', 'tokenizer.json', 'tokenizer_config.json', graph])
      expect((await kept(file)).equals(fixture(file)), file).toBe(true);
    expect((await store.note())?.complete).toEqual({ graph });
    expect(hub.asked.slice(1).every(({ path }) => path.includes(hub.commit))).toBe(true);
    const last = seen.at(-1);
    expect(last?.bytes).toBe(last?.total);
    expect(done.bytes).toBe(last?.total);
    expect(seen.map(({ bytes }) => bytes)).toEqual(seen.map(({ bytes }) => bytes).toSorted((a, b) => a - b));
  });
  test('may come in a bigger form where there is no small one', async () => {
    hub.files.set(graph, null);
    hub.files.set('onnx/model.onnx', fixture(graph));
    await fetchModel();
    expect((await store.note())?.complete).toEqual({ graph: 'onnx/model.onnx' });
  });
});

describe('a download that is cut off', () => {
  async function cutOff(how: 'wait' | 'break'): Promise<string> {
    hub.stop.set(graph, { after: 50_000, how });
    const stop = new AbortController();
    const result = problemOf(
      fetchModel({ stop, progress: ({ bytes, total }) => how === 'wait' && total && bytes > 40_000 && stop.abort() }),
    );
    const problem = await result;
    hub.stop.clear();
    return problem;
  }
  test('by the lead keeps what has come, may not be used, and goes on from there', async () => {
    expect(await cutOff('wait')).toContain('AbortError');
    const there = await store.size(graph);
    expect(there).toBeGreaterThan(0);
    expect((await store.note())?.complete).toBeUndefined();
    hub.asked.length = 0;
    await fetchModel();
    expect(graphAsked()).toEqual([expect.objectContaining({ range: `bytes=${there}-`, status: 206 })]);
    expect(hub.asked.some(({ path }) => path.endsWith('tokenizer.json'))).toBe(false);
    expect((await kept(graph)).equals(fixture(graph))).toBe(true);
  });
  test('by a broken line goes on too', async () => {
    expect(await cutOff('break')).toBe('offline');
    const there = await store.size(graph);
    await fetchModel();
    expect(there).toBeGreaterThan(0);
    expect(graphAsked().at(-1)).toMatchObject({ range: `bytes=${there}-`, status: 206 });
    expect((await kept(graph)).equals(fixture(graph))).toBe(true);
  });
  test('begins that file again where the server knows no ranges', async () => {
    await cutOff('break');
    hub.ranges = false;
    await fetchModel();
    expect(graphAsked().at(-1)).toMatchObject({ status: 200 });
    expect((await kept(graph)).equals(fixture(graph))).toBe(true);
  });
  test('begins that file again where it is another by now', async () => {
    await cutOff('break');
    const other = Buffer.from(fixture(graph)).fill(7, 100, 200);
    hub.files.set(graph, other);
    await fetchModel();
    expect((await kept(graph)).equals(other)).toBe(true);
  });
  test('begins everything again where the repository has moved on', async () => {
    await cutOff('break');
    hub.commit = 'f'.repeat(40);
    hub.asked.length = 0;
    await fetchModel();
    expect(hub.asked.some(({ path }) => path.endsWith('tokenizer.json'))).toBe(true);
    expect(graphAsked()).toEqual([expect.not.objectContaining({ range: expect.anything() })]);
  });
});

describe('what is wrong is named, and nothing of it may be used', () => {
  const json = (data: unknown) => Buffer.from(JSON.stringify(data));
  const config = (change: object) => json({ ...(JSON.parse(fixture('config.json').toString()) as object), ...change });
  const cases: [name: string, problem: string, spoil: () => void][] = [
    ['no such model', 'noModel', () => hub.files.set('config.json', null)],
    ['a model behind a sign-in', 'notAllowed', () => (hub.status = 403)],
    ['a server in trouble', 'server', () => (hub.status = 503)],
    [
      'a model for another task',
      'wrongTask',
      () => hub.files.set('config.json', config({ architectures: ['BertForMaskedLM'] })),
    ],
    ['no labels', 'noLabels', () => hub.files.set('config.json', config({ id2label: undefined }))],
    ['labels with a gap', 'noLabels', () => hub.files.set('config.json', config({ id2label: { 0: 'a', 2: 'b' } }))],
    ['labels that are no text', 'noLabels', () => hub.files.set('config.json', config({ id2label: { 0: 'a', 1: 1 } }))],
    ['a sign-in page instead of a file', 'notJson', () => hub.files.set('config.json', Buffer.from('<!doctype html>'))],
    ['word pieces that are no JSON', 'notJson', () => hub.files.set('tokenizer.json', Buffer.from('{"model":'))],
    ['no word pieces', 'noTokenizer', () => hub.files.set('tokenizer.json', null)],
    ['no ONNX file', 'noOnnx', () => hub.files.set(graph, null)],
    ['an empty ONNX file', 'damaged', () => hub.files.set(graph, Buffer.alloc(0))],
    [
      'a checksum in a header that does not fit',
      'damaged',
      () => hub.headers.set(graph, { 'x-linked-etag': `"${'0'.repeat(64)}"` }),
    ],
    ['a config without end', 'tooBig', () => hub.files.set('config.json', Buffer.alloc(1_100_000, 32))],
  ];
  test.each(cases)('%s', async (_, problem, spoil) => {
    spoil();
    expect(await problemOf(fetchModel())).toBe(problem);
    expect((await store.note())?.complete).toBeUndefined();
  });
  test('a file that is bigger than it may be, announced or not', async () => {
    const limits = { graph: 10_000, tokenizer: 40_000_000 };
    expect(await problemOf(fetchModel({ limits }))).toBe('tooBig');
    hub.unannounced.add(graph);
    expect(await problemOf(fetchModel({ limits }))).toBe('tooBig');
    expect(await store.size(graph)).toBe(0);
  });
  test('a checksum in the file’s pointer that does not fit', async () => {
    hub.pointers.set(graph, fixture(graph));
    await fetchModel();
    await store.clear();
    hub.pointers.set(graph, Buffer.from(fixture(graph)).fill(1, 5_000, 5_010));
    expect(await problemOf(fetchModel())).toBe('damaged');
    expect(await store.size(graph)).toBe(0);
  });
  test('a host that does not answer', async () => {
    await hub.close();
    expect(await problemOf(fetchModel())).toBe('offline');
    hub = await serveHub();
  });
  test('a full disk', async () => {
    store.full = new DOMException('The quota has been exceeded.', 'QuotaExceededError');
    expect(await problemOf(fetchModel())).toBe('diskFull');
    delete store.full;
    expect(await problemOf(fetchModel())).toBe('none');
  });
});
