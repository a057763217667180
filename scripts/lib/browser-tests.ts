/** Runs Playwright projects and counts what they say. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';

export interface Count {
  passed: number;
  failed: number;
}

interface Report {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
}

/** Flaky and skipped tests count as failed, and so does a run that ends badly with nothing to show for it. */
export function runBrowserTests(projects: readonly string[], chromium: string): Count {
  mkdirSync('artifacts', { recursive: true });
  const report = 'artifacts/browser-tests.json';
  rmSync(report, { force: true });
  const { status } = spawnSync(
    'node_modules/.bin/playwright',
    ['test', ...projects.flatMap((project) => ['--project', project])],
    { stdio: 'inherit', env: { ...process.env, CHROMIUM_PATH: chromium } },
  );
  const { stats } = JSON.parse(readFileSync(report, 'utf8')) as Report;
  const failed = stats.unexpected + stats.flaky + stats.skipped;
  return { passed: stats.expected, failed: Math.max(failed, status === 0 ? 0 : 1) };
}
