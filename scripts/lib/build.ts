/** Builds what the demo and the browser tests run on. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** The extension with the one permission for this machine's own pages (see wxt.config.ts). */
export const loopbackExtension = `${root}.output/chrome-mv3-loopback`;
export const storeExtension = `${root}.output/chrome-mv3`;

export function buildLoopback(): void {
  run('The extension', 'wxt', ['build', '--level', 'warn'], { ATTUNE_LOOPBACK: '1' });
}

export function buildStore(): void {
  run('The extension as the stores get it', 'wxt', ['build', '--level', 'warn']);
}

/** The demo desk with its real editors; takes some seconds, so an existing build is kept unless told otherwise. */
export function buildDemo({ again = true } = {}): void {
  if (!again && existsSync(`${root}.output/demo/index.html`)) return;
  run('The demo desk', 'vite', ['build', '--config', 'demo/vite.config.ts', '--logLevel', 'warn']);
}

function run(what: string, tool: string, args: string[], env: Record<string, string> = {}): void {
  console.log(`Building: ${what} …`);
  const result = spawnSync(`${root}node_modules/.bin/${tool}`, args, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
  if (result.status !== 0) {
    process.stderr.write(`${result.stdout}\n${result.stderr}`);
    throw new Error(`${what} did not build: see above.`);
  }
}
