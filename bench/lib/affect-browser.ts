/** Reads with the model in the built extension, as its pages do, and measures it there. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { AffectReply } from '../../lib/affect/kept-model.ts';
import type { AffectInput } from '../../lib/affect/model.ts';
import type { Affect } from '../../lib/affect/read.ts';
import { buildLoopback, loopbackExtension } from '../../scripts/lib/build.ts';
import { launchWithExtension } from '../../scripts/lib/launch.ts';

declare const chrome: typeof import('wxt/browser').browser;

export interface BrowserReader {
  read(messages: readonly AffectInput[]): Promise<{ readings: Affect[]; ms: number[] }>;
  /** From the first call to the first answer: document, worker, files, graph. */
  loadMs: number;
  /** Of the process that holds the extension's pages, before and after loading; undefined where the system does not tell. */
  memoryMb?: { before: number; after: number };
  close(): Promise<void>;
}

export async function openBrowserReader(warmUp: AffectInput): Promise<BrowserReader> {
  if (!existsSync(`${loopbackExtension}/manifest.json`)) buildLoopback();
  const { context, extensionId, background, close } = await launchWithExtension({
    extension: loopbackExtension,
    headless: true,
  });
  const page = await context.newPage();
  await page.goto(`chrome-extension://${extensionId}/options.html`);
  await (await background()).evaluate(() =>
    chrome.offscreen.createDocument({ url: 'offscreen.html', reasons: ['WORKERS'], justification: 'bench' }),
  );
  const read = (messages: readonly AffectInput[]) =>
    page.evaluate(
      async (all) => {
        const readings: Affect[] = [];
        const ms: number[] = [];
        for (const message of all) {
          const started = performance.now();
          const answer = (await chrome.runtime.sendMessage({
            id: 0,
            type: 'readAffect',
            data: { messages: [message] },
            timestamp: Date.now(),
          })) as { res?: AffectReply; err?: { message?: string } } | undefined;
          const reply = answer?.res;
          const [reading] = reply && 'readings' in reply ? reply.readings : [];
          if (!reading) throw new Error(`the extension's model did not read: ${JSON.stringify(answer)}`);
          ms.push(performance.now() - started);
          readings.push(reading);
        }
        return { readings, ms };
      },
      [...messages],
    );
  const before = extensionMemory();
  const { ms } = await read([warmUp]);
  const after = extensionMemory();
  return {
    read,
    loadMs: ms[0] ?? Number.NaN,
    ...(before !== undefined && after !== undefined ? { memoryMb: { before, after } } : {}),
    close,
  };
}

/** Resident memory of all the browser's processes that serve extensions, in MB. */
function extensionMemory(): number | undefined {
  if (!existsSync('/proc')) return undefined;
  let kB = 0;
  for (const id of readdirSync('/proc').filter((name) => /^\d+$/u.test(name))) {
    try {
      if (!readFileSync(`/proc/${id}/cmdline`, 'utf8').includes('--extension-process')) continue;
      kB += Number(/VmRSS:\s+(\d+)/u.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1] ?? 0);
    } catch {
      // The process ended between the list and the look.
    }
  }
  return kB / 1024;
}
