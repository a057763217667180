// Every npm script starts here: plain JavaScript without dependencies, so that it runs on a fresh clone with whatever
// Node (20 or newer) the machine has. It installs what is missing, then hands over to the project's own Node.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [task, ...rest] = process.argv.slice(2);

if (Number(process.versions.node.split('.')[0]) < 20) {
  fail(
    `Attune's scripts need Node 20 or newer to start; this is ${process.version}. Install it from https://nodejs.org and try again.`,
  );
}
installDependencies();

const bin = (name) => join(root, 'node_modules', '.bin', name);
const node = bin(process.platform === 'win32' ? 'node.cmd' : 'node');
const tools = { wxt: 'wxt', biome: 'biome' };
const command = tools[task]
  ? [bin(tools[task]), rest]
  : [node, ['--disable-warning=ExperimentalWarning', join(root, 'scripts', `${task}.ts`), ...rest]];
if (!tools[task] && !existsSync(join(root, 'scripts', `${task}.ts`)))
  fail(`There is no task “${task}”; see "scripts" in package.json.`);

const result = spawnSync(command[0], command[1], {
  cwd: root,
  stdio: 'inherit',
  // npm puts node_modules/.bin first already; a direct `node scripts/run.mjs` should behave the same.
  env: {
    ...process.env,
    PATH: `${join(root, 'node_modules', '.bin')}:${process.env.PATH}`,
    WXT_TELEMETRY_DISABLED: '1',
  },
});
process.exit(result.status ?? 1);

/** `npm ci` where node_modules is missing or was installed from another lock file. */
function installDependencies() {
  const lock = readFileSync(join(root, 'package-lock.json'));
  const digest = createHash('sha256').update(lock).digest('hex');
  const stamp = join(root, 'node_modules', '.attune-lock');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) return;
  console.log('Installing dependencies (npm ci), about half a minute …');
  const install = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (install.status !== 0) fail('npm ci failed: see its message above. The npm registry must be reachable once.');
  writeFileSync(stamp, digest);
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
