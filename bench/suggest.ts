/**
 * How long an agent waits: thread → reading and suggestions, the whole call from the content script to the background
 * and back, in the built extension in real Chromium, warm. And how much the page has to load.
 */
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { CDPSession } from '@playwright/test';
import { serveDemo } from '../demo/server.ts';
import type { Thread } from '../lib/thread.ts';
import { buildDemo, buildLoopback, buildStore, loopbackExtension, storeExtension } from '../scripts/lib/build.ts';
import { launchWithExtension } from '../scripts/lib/launch.ts';
import { PanelObject } from '../tests/support/panel.ts';

interface DemoTicket {
  key: string;
  channel: Thread['channel'];
  customer: { name: string };
  messages: { role: 'customer' | 'agent' | 'note'; text: string }[];
}

const rounds = 200;
const tickets = ['PC-1001', 'PC-1003', 'PC-1005', 'PC-1006', 'PC-1007', 'PC-1009', 'PC-1010', 'PC-1011'];

export async function run(): Promise<void> {
  buildStore();
  buildLoopback();
  buildDemo({ again: false });
  const demo = await serveDemo();
  const launched = await launchWithExtension({ extension: loopbackExtension, headless: true });
  const page = await launched.context.newPage();
  const session = await launched.context.newCDPSession(page);
  const contexts: number[] = [];
  session.on('Runtime.executionContextCreated', ({ context }) => {
    if (context.origin.startsWith('chrome-extension://') || context.name === 'Attune') contexts.push(context.id);
  });
  await session.send('Runtime.enable');
  await page.goto(`${demo.url}/tickets/PC-1001?editor=textarea`);
  await new PanelObject(page).ready();
  const world = contexts.at(-1);
  if (world === undefined) throw new Error('the content script has no world of its own on this page');

  const all: number[] = [];
  console.log(`\n| ticket | messages | cold ms | p50 ms | p95 ms |\n| --- | ---: | ---: | ---: | ---: |`);
  for (const key of tickets) {
    const thread = threadOf(key);
    const times = await time(session, world, thread);
    const [cold = 0, ...warm] = times;
    all.push(...warm);
    console.log(
      `| ${key} | ${thread.messages.length} | ${cold.toFixed(1)} | ${percentile(warm, 50).toFixed(1)} | ${percentile(warm, 95).toFixed(1)} |`,
    );
  }
  const long = {
    ...threadOf('PC-1011'),
    ticket: 'long',
    messages: Array.from({ length: 60 }, (_, i) => ({
      id: String(i),
      role: i % 3 === 1 ? ('agent' as const) : ('customer' as const),
      text: 'I am still waiting for order 48213 and nobody answers. '.repeat(36),
    })),
  };
  const [, ...longTimes] = await time(session, world, long, 40);
  console.log(
    `| 60 messages of 2,000 characters | 60 | | ${percentile(longTimes, 50).toFixed(1)} | ${percentile(longTimes, 95).toFixed(1)} |`,
  );

  await launched.close();
  await demo.close();
  const script = readFileSync(`${storeExtension}/content-scripts/overlay.js`);
  const gzip = gzipSync(script, { level: 9 }).length;
  console.log(
    `\nContent script: ${(script.length / 1000).toFixed(1)} kB, ${(gzip / 1000).toFixed(1)} kB gzip. Aims: p95 ≤ 50 ms, ≤ 110 kB gzip.`,
  );
  console.log(
    JSON.stringify({
      calls: all.length,
      p50: round(percentile(all, 50)),
      p95: round(percentile(all, 95)),
      contentScriptGzip: gzip,
    }),
  );
}

/** Runs in the content script's own world, where a call is what the panel's is: serialised, sent, answered, parsed. */
async function time(session: CDPSession, contextId: number, thread: Thread, calls = rounds): Promise<number[]> {
  const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
    contextId,
    awaitPromise: true,
    returnByValue: true,
    expression: `(async () => {
      const times = [];
      for (let i = 0; i < ${calls + 1}; i++) {
        const start = performance.now();
        const answer = await chrome.runtime.sendMessage({ id: i, type: 'analyse', data: ${JSON.stringify(thread)}, timestamp: Date.now() });
        times.push(performance.now() - start);
        if (!answer?.res?.suggestions?.length) throw new Error('no suggestions: ' + JSON.stringify(answer).slice(0, 300));
      }
      return times;
    })()`,
  });
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return result.value as number[];
}

function threadOf(key: string): Thread {
  const { tickets } = JSON.parse(readFileSync(new URL('../demo/tickets.json', import.meta.url), 'utf8')) as {
    tickets: DemoTicket[];
  };
  const ticket = tickets.find((t) => t.key === key);
  if (!ticket) throw new Error(`no demo ticket ${key}`);
  return {
    desk: 'demo',
    ticket: `bench-${key}`,
    channel: ticket.channel,
    customerName: ticket.customer.name,
    messages: ticket.messages.map((message, i) => ({ id: String(i), role: message.role, text: message.text })),
  };
}

function percentile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor((part / 100) * sorted.length))] ?? 0;
}

const round = (x: number): number => Math.round(x * 10) / 10;
