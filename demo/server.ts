/** Serves the built demo desk on this machine only: `node demo/server.ts [port]`, or from a test. */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../.output/demo', import.meta.url));

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** The file for a path, or the page itself, which reads the path: tickets are pages without files. */
async function fileFor(pathname: string): Promise<{ name: string; body: Buffer } | null> {
  const name = normalize(join(root, decodeURIComponent(pathname)));
  if (extname(name) === '') return { name: 'index.html', body: await readFile(join(root, 'index.html')) };
  if (!name.startsWith(root + sep)) return null;
  return readFile(name).then(
    (body) => ({ name, body }),
    () => null,
  );
}

/** Starts the server; port 0 takes a free one. Build first: `vite build --config demo/vite.config.ts`. */
export async function serveDemo(port = 0): Promise<{ url: string; close(): Promise<void> }> {
  await readFile(join(root, 'index.html')).catch(() => {
    throw new Error('The demo desk is not built: run vite build --config demo/vite.config.ts first.');
  });
  const server = createServer(async (request, response) => {
    const file = await fileFor(new URL(request.url ?? '/', 'http://localhost').pathname).catch(() => null);
    if (!file) {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('Not found');
      return;
    }
    const type = types[extname(file.name)] ?? 'application/octet-stream';
    response.writeHead(200, { 'content-type': type, 'cache-control': 'no-store' }).end(file.body);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { url } = await serveDemo(Number(process.argv[2] ?? 4780));
  console.log(`Demo desk: ${url}`);
}
