/**
 * `npm run test:desks`: the agent's journey on real helpdesk programs, Request Tracker and Roundcube from Debian's
 * packages, in real Chromium. Debian and root only, because the programs are installed; elsewhere it says so.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { buildLoopback } from './lib/build.ts';
import { findChromium } from './lib/chromium.ts';

if (!existsSync('/etc/debian_version') || process.getuid?.() !== 0) {
  console.log(
    'The real helpdesks are Debian packages and are installed as root: not possible here, nothing was tested.',
  );
  console.log('0 passed, 0 failed');
  process.exit(0);
}

mkdirSync('artifacts', { recursive: true });
const report = 'artifacts/browser-tests.json';
rmSync(report, { force: true });
const chromium = await findChromium();
buildLoopback();
console.log(
  'Starting Request Tracker and Roundcube; the first time their packages are installed, two to three minutes …',
);
const result = spawnSync('node_modules/.bin/playwright', ['test', '--project', 'desks'], {
  stdio: 'inherit',
  env: { ...process.env, CHROMIUM_PATH: chromium },
});
const { stats } = JSON.parse(readFileSync(report, 'utf8')) as {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
};
const failed = Math.max(stats.unexpected + stats.flaky + stats.skipped, result.status === 0 ? 0 : 1);
console.log(`\n${stats.expected} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
