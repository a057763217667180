/** A real Chromium with the built extension, for the demo, the journeys and the benches. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Worker } from '@playwright/test';
import { findChromium } from './chromium.ts';

declare const chrome: typeof import('wxt/browser').browser;

export interface Launched {
  context: BrowserContext;
  /** Of the extension: `chrome-extension://<id>/options.html` and so on. */
  extensionId: string;
  background(): Promise<Worker>;
  close(): Promise<void>;
}

export interface LaunchOptions {
  extension: string;
  headless: boolean;
  /** The browser's language, for the interface of the extension. */
  language?: string;
  colorScheme?: 'light' | 'dark';
  viewport?: { width: number; height: number };
}

/** Starts with a new profile of its own; nothing of the user's browser is touched. Resolves when the background runs. */
export async function launchWithExtension({
  extension,
  headless,
  language = 'en',
  colorScheme = 'light',
  viewport = { width: 1280, height: 800 },
}: LaunchOptions): Promise<Launched> {
  const profile = mkdtempSync(join(tmpdir(), 'attune-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: await findChromium(),
    headless,
    colorScheme,
    viewport: headless ? viewport : null,
    locale: language,
    env: { ...process.env, LANGUAGE: language, LANG: `${language.replace('-', '_')}.UTF-8` } as Record<string, string>,
    args: [
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
      `--lang=${language}`,
      // Chromium refuses its sandbox to root, as in containers.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-quic',
    ],
  });
  const background = async (): Promise<Worker> =>
    context.serviceWorkers()[0] ?? context.waitForEvent('serviceworker', { timeout: 20_000 });
  const worker = await background();
  const extensionId = new URL(worker.url()).host;
  // Sites are registered a moment after the background starts; a page opened before that has no panel.
  for (let tries = 0; tries < 50; tries++) {
    if (await worker.evaluate(async () => (await chrome.scripting.getRegisteredContentScripts()).length > 0)) break;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return {
    context,
    extensionId,
    background,
    close: async () => {
      await context.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}
