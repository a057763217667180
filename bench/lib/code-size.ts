/** Bytes of a module with all it imports, minified and gzipped, as a browser would load it. */
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

export async function codeBytes(entry: string): Promise<number> {
  const { build } = await import('vite');
  const root = fileURLToPath(new URL('../../', import.meta.url));
  const result = await build({
    root,
    configFile: false,
    logLevel: 'silent',
    build: { write: false, minify: true, lib: { entry: `${root}${entry}`, formats: ['es'], fileName: 'entry' } },
  });
  const outputs = [result].flat().flatMap((part) => ('output' in part ? part.output : []));
  const code = outputs.map((output) => (output.type === 'chunk' ? output.code : '')).join('\n');
  return gzipSync(code, { level: 9 }).length;
}
