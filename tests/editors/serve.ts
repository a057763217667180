/** Builds the editor pages and the inserting code in memory and serves the pages on this machine only. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const here = dirname(fileURLToPath(import.meta.url));

/** One source file as one script and one style sheet. */
async function bundle(entry: string, format: 'iife' | 'es'): Promise<{ script: string; style: string }> {
  const result = await build({
    configFile: false,
    root: here,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      minify: false,
      target: 'esnext',
      lib: { entry, formats: [format], name: 'bundle', fileName: 'bundle' },
    },
  });
  const outputs = (Array.isArray(result) ? result : [result]).flatMap((one) => ('output' in one ? one.output : []));
  const script = outputs.find((output) => output.type === 'chunk');
  const style = outputs.find((output) => output.type === 'asset' && output.fileName.endsWith('.css'));
  if (script?.type !== 'chunk') throw new Error(`${entry} gave no script`);
  return { script: script.code, style: style?.type === 'asset' ? String(style.source) : '' };
}

/** `lib/desk/insert` as a script for an isolated world; it leaves `attuneInsert` there. */
export async function insertScript(): Promise<string> {
  return (await bundle(join(here, 'isolated.ts'), 'iife')).script;
}

const pages = ['plain', 'ckeditor', 'tiptap'];

/** Addresses are `/<page>?kind=<kind>`. */
export async function servePages(): Promise<{ url: string; close(): Promise<void> }> {
  const files = new Map<string, { type: string; body: string }>();
  for (const page of pages) {
    const { script, style } = await bundle(join(here, 'pages', `${page}.ts`), 'es');
    files.set(`/${page}.js`, { type: 'text/javascript', body: script });
    files.set(`/${page}.css`, { type: 'text/css', body: style });
    const head = `<meta charset="utf-8"><title>${page}</title><link rel="stylesheet" href="/${page}.css">`;
    const body = `<button id="elsewhere">elsewhere</button><script type="module" src="/${page}.js"></script>`;
    files.set(`/${page}`, {
      type: 'text/html',
      body: `<!doctype html><html lang="en">${head}<body>${body}</body></html>`,
    });
  }
  const server = createServer((request, response) => {
    const file = files.get(new URL(request.url ?? '/', 'http://localhost').pathname);
    response.writeHead(file ? 200 : 404, { 'content-type': `${file?.type ?? 'text/plain'}; charset=utf-8` });
    response.end(file?.body ?? '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
