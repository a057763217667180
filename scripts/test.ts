/**
 * `npm test`: types, lint, unit tests and the pack gate, then browser tests in Chromium. Every part runs even if an
 * earlier one fails; the last line counts everything: “N passed, N failed”.
 */
import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { type Count, runBrowserTests } from './lib/browser-tests.ts';
import { buildDemo, buildLoopback, buildStore } from './lib/build.ts';
import { findChromium } from './lib/chromium.ts';

const total: Count = { passed: 0, failed: 0 };
mkdirSync('artifacts', { recursive: true });

part('Types', () => {
  // WXT writes the types that tsconfig.json extends.
  must(run('wxt', ['prepare'], 'quiet'));
  return ok(run('tsc', ['--noEmit']));
});
part('Lint and format', () => ok(run('biome', ['ci', '.'])));
part('Unit tests and pack gate', () => {
  const report = 'artifacts/unit-tests.json';
  rmSync(report, { force: true });
  const result = run('vitest', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]);
  const { numPassedTests, numFailedTests } = read<{ numPassedTests: number; numFailedTests: number }>(report);
  // A file that does not even load has no test to fail.
  return { passed: numPassedTests, failed: Math.max(numFailedTests, ok(result).failed) };
});
await partAsync('Browser tests in Chromium', async () => {
  const chromium = await findChromium();
  buildStore();
  buildLoopback();
  buildDemo();
  return runBrowserTests(['extension', 'pages'], chromium);
});

console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed > 0 ? 1 : 0);

function part(name: string, check: () => Count): void {
  announce(name);
  add(name, attempt(check));
}

async function partAsync(name: string, check: () => Promise<Count>): Promise<void> {
  announce(name);
  add(name, await check().catch(broken));
}

function attempt(check: () => Count): Count {
  try {
    return check();
  } catch (error) {
    return broken(error);
  }
}

function broken(error: unknown): Count {
  console.error(error instanceof Error ? error.message : error);
  return { passed: 0, failed: 1 };
}

function announce(name: string): void {
  console.log(`\n── ${name} ──`);
}

function add(name: string, { passed, failed }: Count): void {
  total.passed += passed;
  total.failed += failed;
  console.log(`${name}: ${passed} passed, ${failed} failed`);
}

function run(
  tool: string,
  args: string[],
  output: 'shown' | 'quiet' = 'shown',
  env: Record<string, string> = {},
): SpawnSyncReturns<Buffer> {
  return spawnSync(`node_modules/.bin/${tool}`, args, {
    stdio: output === 'shown' ? 'inherit' : 'pipe',
    env: { ...process.env, ...env },
  });
}

function ok({ status }: SpawnSyncReturns<Buffer>): Count {
  return status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

function must(result: SpawnSyncReturns<Buffer>): void {
  if (result.status !== 0) throw new Error(`${result.stdout}${result.stderr}`);
}

function read<T>(path: string): T {
  return JSON.parse(readFileSync(path, 'utf8')) as T;
}
