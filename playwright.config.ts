import { defineConfig } from '@playwright/test';

/** Browser tests. `npm test` runs the first two projects, `npm run test:desks` the third. No retries: flaky is broken. */
export default defineConfig({
  testDir: 'tests',
  testMatch: '**/*.spec.ts',
  outputDir: 'artifacts/browser-tests',
  retries: 0,
  // Undo groups, idle callbacks and permissions are real time: two at once is what two cores carry.
  workers: 2,
  fullyParallel: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: 'artifacts/browser-tests.json' }]],
  use: {
    browserName: 'chromium',
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH,
      args: [
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        '--disable-background-networking',
        '--disable-quic',
      ],
    },
  },
  projects: [
    { name: 'extension', testMatch: 'e2e/*.spec.ts' },
    { name: 'pages', testMatch: ['editors/*.spec.ts', 'desks/page.spec.ts'] },
    { name: 'desks', testMatch: 'desks/{desks,journey}.spec.ts', workers: 1 },
  ],
});
