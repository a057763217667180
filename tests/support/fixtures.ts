/** The built extension in a real Chromium on the demo desk: one browser a test file, a fresh page a test. */
import { test as base, type Page } from '@playwright/test';
import { serveDemo } from '../../demo/server.ts';
import { loopbackExtension } from '../../scripts/lib/build.ts';
import { type Launched, launchWithExtension } from '../../scripts/lib/launch.ts';
import { PanelObject } from './panel.ts';

export type DemoEditor = 'textarea' | 'ckeditor' | 'tiptap';

declare const chrome: typeof import('wxt/browser').browser;

interface Fixtures {
  /** A page of the browser that has the extension. */
  page: Page;
  panel: PanelObject;
  /** Opens a ticket of the demo desk and waits for its suggestions. */
  openTicket(key: string, editor?: DemoEditor): Promise<void>;
}

interface WorkerFixtures {
  launched: Launched;
  demoUrl: string;
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  launched: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the parameter's names
    async ({}, use) => {
      const launched = await launchWithExtension({ extension: loopbackExtension, headless: true });
      await use(launched);
      await launched.close();
    },
    { scope: 'worker' },
  ],
  demoUrl: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the parameter's names
    async ({}, use) => {
      const demo = await serveDemo();
      await use(demo.url);
      await demo.close();
    },
    { scope: 'worker' },
  ],
  page: async ({ launched }, use) => {
    const page = await launched.context.newPage();
    await use(page);
    await page.close();
    // Corrections, edits and the panel's place are the browser's, not the test's: the next test starts without them.
    const background = await launched.background();
    await background.evaluate(async () => {
      await chrome.storage.local.clear();
      await chrome.storage.session.clear();
    });
  },
  panel: async ({ page }, use) => use(new PanelObject(page)),
  openTicket: async ({ page, panel, demoUrl }, use) =>
    use(async (key, editor = 'textarea') => {
      await page.goto(`${demoUrl}/tickets/${key}?editor=${editor}`);
      await panel.ready();
    }),
});

export { expect } from '@playwright/test';

export interface DemoDraft {
  editor: string;
  text: string;
  html: string;
}

/** The draft as the editor's own model has it, not as it looks. */
export async function demoDraft(page: Page): Promise<DemoDraft> {
  const draft = await page.evaluate(() =>
    (window as unknown as { demoDesk: { draft(): DemoDraft | null } }).demoDesk.draft(),
  );
  if (!draft) throw new Error('the demo desk has no reply box yet');
  return draft;
}

/** The editable element of the demo desk's reply box. */
export const replyBox = (page: Page) =>
  page.locator('form.reply textarea, form.reply .ck-editor__editable, form.reply .ProseMirror').first();
