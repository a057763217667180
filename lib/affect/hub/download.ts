/**
 * Fetches a model's files, so that what was loaded before a cancellation or a broken line need not be loaded again, and
 * checks each before anything may use it. Knows no browser: what fetches and what keeps are arguments.
 */
import { type HubConfig, parseConfig, parseJson } from './config.ts';
import type { HubNote, ModelStore } from './model-store.ts';
import { fileAddress, type HubPlace, pointerAddress } from './place.ts';
import { HubError } from './problem.ts';

export interface Progress {
  /** Of all files, those that were there before included. */
  bytes: number;
  /** Where the server has said it. */
  total?: number;
}

export interface Downloaded extends HubConfig {
  revision: string;
  bytes: number;
}

interface DownloadOptions {
  place: HubPlace;
  store: ModelStore;
  signal: AbortSignal;
  onProgress(progress: Progress): void;
  fetch?: typeof fetch;
  limits?: Limits;
}

export interface Limits {
  graph: number;
  tokenizer: number;
}

/** ONNX Runtime holds a model twice while it loads it, in the four gigabytes that WebAssembly has. */
export const usualLimits: Limits = { graph: 600_000_000, tokenizer: 40_000_000 };
const smallLimit = 1_000_000;

/** The smallest form first: they differ little in what they read, and four times in size. */
export const graphFiles = ['onnx/model_quantized.onnx', 'onnx/model_int8.onnx', 'onnx/model.onnx'] as const;

/** Kept as one; a download that is cut off loses less than this. */
const partSize = 2_000_000;

/**
 * Resolves when every file is there and checked. Rejects with a `HubError`, or with the signal's reason where it was
 * cancelled; what is complete up to there is kept, and the next call goes on from it.
 */
export async function downloadModel(options: DownloadOptions): Promise<Downloaded> {
  const { place, store, signal, onProgress, limits = usualLimits } = options;
  const ask = options.fetch ?? fetch;
  let done = 0;

  async function request(address: string, headers: Record<string, string> = {}): Promise<Response> {
    signal.throwIfAborted();
    try {
      return await ask(address, {
        headers,
        signal,
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
        cache: 'no-store',
      });
    } catch (error) {
      signal.throwIfAborted();
      throw new HubError('offline', new URL(address).host, messageOf(error));
    }
  }

  /** The start of it all: which state of the model, and whether it is one of ours to use. */
  async function begin(): Promise<{ config: HubConfig; note: HubNote }> {
    const address = fileAddress(place, 'main', 'config.json');
    const answer = await request(address);
    if (answer.status === 404 || (answer.status === 401 && answer.headers.get('x-error-code') !== 'GatedRepo'))
      throw await dropped(answer, new HubError('noModel', address));
    await expectOk(answer, address);
    const text = await smallText(answer, address);
    const config = parseConfig(text, address);
    const commit = answer.headers.get('x-repo-commit') ?? '';
    // A mirror may not say it; `main` is then what there is.
    const revision = /^[0-9a-f]{7,64}$/u.test(commit) ? commit : 'main';
    const before = await kept(() => store.note());
    // Where the host does not say which state `main` is, a whole model may be an old one.
    const same = before?.revision === revision && !(before.complete && revision === 'main');
    if (!same) await kept(() => store.clear());
    const note: HubNote = before && same ? before : { revision, tags: {}, whole: {} };
    await kept(() => store.remove('config.json'));
    await kept(() => store.append('config.json', new TextEncoder().encode(text)));
    await kept(() => store.setNote(note));
    return { config, note };
  }

  async function smallText(answer: Response, address: string): Promise<string> {
    if (Number(answer.headers.get('content-length') ?? 0) > smallLimit)
      throw await dropped(answer, new HubError('tooBig', address, String(smallLimit)));
    const chunks: Uint8Array[] = [];
    let length = 0;
    await eachChunk(answer, address, async (chunk) => {
      length += chunk.length;
      if (length > smallLimit) throw new HubError('tooBig', address, String(smallLimit));
      chunks.push(chunk);
    });
    done += length;
    return new TextDecoder().decode(join(chunks, length));
  }

  async function eachChunk(
    answer: Response,
    address: string,
    take: (chunk: Uint8Array<ArrayBuffer>) => Promise<void>,
  ): Promise<void> {
    const reader = answer.body?.getReader();
    if (!reader) return;
    try {
      for (;;) {
        const { done: ended, value } = await reader.read().catch((error: unknown) => {
          signal.throwIfAborted();
          throw new HubError('offline', new URL(address).host, messageOf(error));
        });
        if (ended) return;
        await take(value as Uint8Array<ArrayBuffer>);
        signal.throwIfAborted();
      }
    } catch (error) {
      await reader.cancel().catch(() => undefined);
      throw error;
    }
  }

  /** Brings one file in, whole and checked. False: the server has no such file. */
  async function bring(note: HubNote, file: string, limit: number): Promise<boolean> {
    const address = fileAddress(place, note.revision, file);
    const there = await kept(() => store.size(file));
    if (there > 0 && note.whole[file] === there) {
      done += there;
      return true;
    }
    const answer = await request(address, there > 0 ? { range: `bytes=${there}-` } : {});
    if (answer.status === 404) {
      await answer.body?.cancel();
      return false;
    }
    const from = resumesAt(answer, there, note.tags[file]);
    if (there > 0 && from === 0) {
      // Another file by now, or a server that does not resume: from its beginning.
      await kept(() => store.remove(file));
      if (answer.status !== 200) {
        await answer.body?.cancel();
        delete note.tags[file];
        await kept(() => store.setNote(note));
        return bring(note, file, limit);
      }
    }
    await expectOk(answer, address);
    const announced = sizeOf(answer, from);
    if (announced !== undefined && announced > limit)
      throw await dropped(answer, new HubError('tooBig', address, String(limit)));
    const tag = answer.headers.get('etag');
    if (tag && note.tags[file] !== tag) {
      note.tags[file] = tag;
      await kept(() => store.setNote(note));
    }
    await keepBody(answer, { address, file, from, limit, ...(announced !== undefined && { announced }) });
    const size = await kept(() => store.size(file));
    if (size === 0 || (announced !== undefined && size !== announced)) {
      // Fewer bytes than announced may be a line that broke: the next try goes on. More are another file.
      if (announced === undefined || size > announced) await kept(() => store.remove(file));
      throw new HubError('damaged', address, `${size} / ${announced ?? '?'}`);
    }
    await checkDigest(note, file, address, answer);
    note.whole[file] = size;
    await kept(() => store.setNote(note));
    done += size;
    return true;
  }

  async function keepBody(
    answer: Response,
    what: { address: string; file: string; from: number; limit: number; announced?: number },
  ): Promise<void> {
    let waiting: Uint8Array[] = [];
    let waits = 0;
    let length = what.from;
    // The other files are small: a whole that grows with each of them would tell nothing.
    const told = what.announced !== undefined && isGraph(what.file);
    const progress = () => onProgress({ bytes: done + length, ...(told && { total: done + (what.announced ?? 0) }) });
    const flush = async () => {
      if (waits === 0) return;
      const part = join(waiting, waits);
      waiting = [];
      waits = 0;
      await kept(() => store.append(what.file, part));
    };
    progress();
    try {
      await eachChunk(answer, what.address, async (chunk) => {
        waiting.push(chunk);
        waits += chunk.length;
        length += chunk.length;
        if (length > what.limit) {
          waiting = [];
          waits = 0;
          await kept(() => store.remove(what.file));
          throw new HubError('tooBig', what.address, String(what.limit));
        }
        if (waits >= partSize) await flush();
        progress();
      });
    } finally {
      // Cancelled too: what has come need not come again.
      await flush();
    }
  }

  /** Against the SHA-256 that the hub gives: in an entity tag, in a header of its own or in the file's pointer. */
  async function checkDigest(note: HubNote, file: string, address: string, answer: Response): Promise<void> {
    const given =
      digestIn(answer.headers.get('x-linked-etag')) ??
      digestIn(answer.headers.get('etag')) ??
      (isGraph(file) ? await pointedDigest(note.revision, file) : undefined);
    if (!given) return;
    const bytes = await (await kept(() => store.read(file))).arrayBuffer();
    const digest = Array.from(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)), (byte) =>
      byte.toString(16).padStart(2, '0'),
    ).join('');
    if (digest === given) return;
    await kept(() => store.remove(file));
    throw new HubError('damaged', address, 'SHA-256');
  }

  /** A mirror that has no pointers answers with the file itself or not at all: then there is nothing to check against. */
  async function pointedDigest(revision: string, file: string): Promise<string | undefined> {
    const answer = await request(pointerAddress(place, revision, file), { range: 'bytes=0-511' });
    if (!answer.ok || !(Number(answer.headers.get('content-length') ?? Number.NaN) <= 512)) {
      await answer.body?.cancel();
      return undefined;
    }
    return (await answer.text()).match(/^oid sha256:([0-9a-f]{64})$/mu)?.[1];
  }

  const { config, note } = await begin();
  for (const file of ['tokenizer_config.json', 'tokenizer.json']) {
    if (!(await bring(note, file, limits.tokenizer)))
      throw new HubError('noTokenizer', fileAddress(place, note.revision, file));
    const text = await (await kept(() => store.read(file))).text();
    try {
      parseJson(text, fileAddress(place, note.revision, file));
    } catch (error) {
      delete note.whole[file];
      await kept(() => store.setNote(note));
      await kept(() => store.remove(file));
      throw error;
    }
  }
  let graph: string | undefined;
  for (const file of graphFiles) {
    if (!(await bring(note, file, limits.graph))) continue;
    graph = file;
    break;
  }
  if (!graph) throw new HubError('noOnnx', `${place.base}/${place.model}`);
  signal.throwIfAborted();
  await kept(() => store.setNote({ ...note, complete: { graph } }));
  return { ...config, revision: note.revision, bytes: done };
}

const isGraph = (file: string): boolean => (graphFiles as readonly string[]).includes(file);

/** Runs what touches the disk; a disk that is full is the one failure with a remedy of its own. */
async function kept<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const full = error instanceof Error && /quota|no space|disk full/iu.test(`${error.name} ${error.message}`);
    throw new HubError(full ? 'diskFull' : 'unexpected', 'storage', messageOf(error));
  }
}

async function expectOk(answer: Response, address: string): Promise<void> {
  if (answer.ok) return;
  const forbidden = answer.status === 401 || answer.status === 403;
  throw await dropped(answer, new HubError(forbidden ? 'notAllowed' : 'server', address, String(answer.status)));
}

async function dropped(answer: Response, error: HubError): Promise<HubError> {
  await answer.body?.cancel().catch(() => undefined);
  return error;
}

/** Where the answer's first byte belongs: `there` only if the server goes on with the very file that was begun. */
function resumesAt(answer: Response, there: number, tag: string | undefined): number {
  if (answer.status !== 206) return 0;
  const [, first] = answer.headers.get('content-range')?.match(/^bytes (\d+)-/u) ?? [];
  const now = answer.headers.get('etag');
  const same = !tag || !now || tag === now;
  return Number(first) === there && same ? there : 0;
}

/** The whole file's bytes, where the server says it. A packed answer's length is not the file's. */
function sizeOf(answer: Response, from: number): number | undefined {
  const packed = answer.headers.get('content-encoding');
  if (packed && packed !== 'identity') return undefined;
  const [, whole] = answer.headers.get('content-range')?.match(/\/(\d+)$/u) ?? [];
  if (whole) return Number(whole);
  const length = answer.headers.get('content-length');
  return length === null ? undefined : from + Number(length);
}

const digestIn = (tag: string | null): string | undefined =>
  tag?.match(/^(?:W\/)?"?(?:sha256:)?([0-9a-f]{64})"?$/u)?.[1];

function join(chunks: readonly Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
