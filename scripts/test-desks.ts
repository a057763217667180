/**
 * `npm run test:desks`: the agent's journey on real helpdesk programs, Request Tracker and Roundcube from Debian's
 * packages, in real Chromium. Debian and root only, because the programs are installed; elsewhere it says so.
 */
import { existsSync } from 'node:fs';
import { runBrowserTests } from './lib/browser-tests.ts';
import { buildLoopback } from './lib/build.ts';
import { findChromium } from './lib/chromium.ts';

if (!existsSync('/etc/debian_version') || process.getuid?.() !== 0) {
  console.log(
    'The real helpdesks are Debian packages and are installed as root: not possible here, nothing was tested.',
  );
  console.log('0 passed, 0 failed');
  process.exit(0);
}

const chromium = await findChromium();
buildLoopback();
console.log(
  'Starting Request Tracker and Roundcube; the first time their packages are installed, two to three minutes …',
);
const { passed, failed } = runBrowserTests(['desks'], chromium);
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
