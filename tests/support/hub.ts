/** A server on this machine that speaks the hub's paths and serves the small model, well or badly as a test wants it. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';

export const tinyModel = 'attune-test/tiny-feelings';
export const graph = 'onnx/model_quantized.onnx';
const root = fileURLToPath(new URL('../fixtures/hub/', import.meta.url));
export const fixture = (file: string): Buffer => readFileSync(`${root}${tinyModel}/${file}`);

export interface Asked {
  path: string;
  range?: string;
  status: number;
}

export interface Hub {
  url: string;
  asked: Asked[];
  /** Served instead of the fixture; null: there is no such file. */
  files: Map<string, Buffer | null>;
  /** Headers of a file's answers beside the usual ones. */
  headers: Map<string, Record<string, string>>;
  /** Answers every request with this status. */
  status?: number;
  ranges: boolean;
  /** A file's answers stop after so many bytes: the line stays open and silent, or breaks. */
  stop: Map<string, { after: number; how: 'wait' | 'break' }>;
  /** The files of which `raw/` shows the pointers, as the hub does for big ones. */
  pointers: Map<string, Buffer>;
  /** Sent without saying how long they are. */
  unannounced: Set<string>;
  commit: string;
  close(): Promise<void>;
}

export async function serveHub(): Promise<Hub> {
  const hub: Hub = {
    url: '',
    asked: [],
    files: new Map(),
    headers: new Map(),
    ranges: true,
    stop: new Map(),
    pointers: new Map(),
    unannounced: new Set(),
    commit: '0123456789abcdef0123456789abcdef01234567',
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  const server = createServer((request, response) => answer(hub, request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  hub.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return hub;
}

function answer(hub: Hub, request: IncomingMessage, response: ServerResponse): void {
  const path = request.url ?? '';
  const { range } = request.headers;
  const end = (status: number, headers: Record<string, string | number> = {}, body: Buffer | string = '') => {
    hub.asked.push({ path, status, ...(range && { range }) });
    response.writeHead(status, headers);
    response.end(body);
  };
  if (hub.status) {
    end(hub.status);
    return;
  }
  const [, kind, revision, file] = path.match(new RegExp(`^/${tinyModel}/(resolve|raw)/([^/]+)/(.+)$`)) ?? [];
  if (!file || (revision !== 'main' && revision !== hub.commit)) {
    end(404);
    return;
  }
  const body = kind === 'raw' ? hub.pointers.get(file) : content(hub, file);
  if (!body) {
    end(404);
    return;
  }
  const digest = createHash('sha256').update(body).digest('hex');
  if (kind === 'raw') {
    const text = `version https://git-lfs.github.com/spec/v1\noid sha256:${digest}\nsize ${body.length}\n`;
    end(200, { 'content-length': text.length }, text);
    return;
  }
  const from = hub.ranges ? Number(range?.match(/^bytes=(\d+)-$/u)?.[1] ?? 0) : 0;
  if (from > 0 && from >= body.length) {
    end(416, { 'content-range': `bytes */${body.length}` });
    return;
  }
  const part = body.subarray(from);
  const headers = {
    ...(!hub.unannounced.has(file) && { 'content-length': part.length }),
    'x-repo-commit': hub.commit,
    etag: `"${digest.slice(0, 40)}"`,
    ...(from > 0 && { 'content-range': `bytes ${from}-${body.length - 1}/${body.length}` }),
    ...hub.headers.get(file),
  };
  const status = from > 0 ? 206 : 200;
  const stop = hub.stop.get(file);
  if (!stop || stop.after >= part.length) {
    end(status, headers, part);
    return;
  }
  hub.asked.push({ path, status, ...(range && { range }) });
  response.writeHead(status, headers);
  response.write(part.subarray(0, stop.after), () => {
    if (stop.how === 'break') response.destroy();
  });
}

function content(hub: Hub, file: string): Buffer | undefined {
  if (hub.files.has(file)) return hub.files.get(file) ?? undefined;
  try {
    return fixture(file);
  } catch {
    return undefined;
  }
}
