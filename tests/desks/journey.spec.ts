/**
 * The agent's journey in the built extension on the real programs: open a ticket, see what was read, go to the reply
 * page, insert, and take it back with one undo.
 */
import { expect, type FrameLocator, type Locator, type Page, test } from '@playwright/test';
import { loopbackExtension } from '../../scripts/lib/build.ts';
import { type Launched, launchWithExtension } from '../../scripts/lib/launch.ts';
import { countIn, PanelObject } from '../support/panel.ts';
import { type DeskName, login, type RunningDesk, startDesk } from './helpers.ts';

/** What the seeded tickets must be read as. */
const seeds: { key: string; language: string; register: RegExp; feeling: RegExp; answeredIn: string }[] = [
  // A calm question about a late parcel: the model takes it for confusion, a reader would not.
  { key: 'sl', language: 'Slovenian', register: /formal/, feeling: /neutral|confusion/, answeredIn: 'sl' },
  { key: 'nl', language: 'Dutch', register: /informal/, feeling: /neutral/, answeredIn: 'nl' },
  { key: 'sv', language: 'Swedish', register: /no sign/, feeling: /neutral/, answeredIn: 'sv' },
  { key: 'ar', language: 'Arabic', register: /formal/, feeling: /confusion|neutral/, answeredIn: 'ar' },
  { key: 'de', language: 'German', register: /formal/, feeling: /neutral/, answeredIn: 'de' },
  { key: 'ja', language: 'Japanese', register: /formal/, feeling: /neutral/, answeredIn: 'ja' },
  {
    key: 'pt',
    language: 'Portuguese',
    register: /no sign/,
    feeling: /anger|frustration|disappointment/,
    answeredIn: 'pt-BR',
  },
  { key: 'en', language: 'English', register: /no sign/, feeling: /neutral|sadness|frustration/, answeredIn: 'en' },
  { key: 'pl', language: 'Polish', register: /formal/, feeling: /neutral/, answeredIn: 'pl' },
  { key: 'fr', language: 'French', register: /no sign|formal/, feeling: /neutral/, answeredIn: 'fr' },
];

interface Setup {
  title: string;
  name: DeskName;
  port: number;
  editor?: 'html' | 'text';
  /** The reply box, and its text as the editor's own model has it. */
  box(page: Page): Locator;
  draft(page: Page): Promise<string>;
}

const inFrame = (page: Page, frame: string): FrameLocator => page.frameLocator(frame);

const setups: Setup[] = [
  {
    title: 'Request Tracker (CKEditor 4)',
    name: 'rt',
    port: 8161,
    box: (page) => inFrame(page, 'iframe.cke_wysiwyg_frame').locator('body'),
    draft: (page) =>
      page.evaluate(() => {
        const { CKEDITOR } = window as unknown as { CKEDITOR: { instances: Record<string, { getData(): string }> } };
        return (
          new DOMParser().parseFromString(CKEDITOR.instances.UpdateContent?.getData() ?? '', 'text/html').body
            .textContent ?? ''
        );
      }),
  },
  {
    title: 'Roundcube (TinyMCE)',
    name: 'roundcube',
    port: 8171,
    editor: 'html',
    box: (page) => inFrame(page, '#composebody_ifr').locator('body#tinymce'),
    draft: (page) =>
      page.evaluate(() =>
        (
          window as unknown as { tinymce: { activeEditor: { getContent(o: object): string } } }
        ).tinymce.activeEditor.getContent({ format: 'text' }),
      ),
  },
  {
    title: 'Roundcube (textarea)',
    name: 'roundcube',
    port: 8181,
    editor: 'text',
    box: (page) => page.locator('textarea#composebody'),
    draft: (page) => page.locator('textarea#composebody').inputValue(),
  },
];

for (const setup of setups) {
  test.describe(setup.title, () => {
    test.describe.configure({ mode: 'serial' });
    let desk: RunningDesk;
    let launched: Launched;
    let page: Page;
    let panel: PanelObject;

    test.beforeAll(async () => {
      test.setTimeout(400_000);
      desk = await startDesk(setup.name, { port: setup.port, ...(setup.editor ? { editor: setup.editor } : {}) });
      launched = await launchWithExtension({ extension: loopbackExtension, headless: true });
      page = await launched.context.newPage();
      panel = new PanelObject(page);
      await login(page, desk);
    });

    test.afterAll(async () => {
      await launched?.close();
      await desk?.stop();
    });

    for (const { key, language, register, feeling, answeredIn } of seeds) {
      test(`${key}: read right, inserted, undone`, async () => {
        const addresses = desk.addresses[key]?.at(-1);
        if (!addresses) throw new Error(`no address for ${key}`);
        await page.goto(addresses.read);
        await panel.ready();
        const reading = await panel.readingText();
        expect(reading).toContain(language);
        expect(reading).toMatch(register);
        expect(reading).toMatch(feeling);

        await page.goto(addresses.reply);
        await panel.ready();
        expect(await panel.readingText()).toContain(language);
        const proposed = await panel.proposed();
        expect(proposed.length).toBeGreaterThan(2);
        for (const suggestion of proposed) expect(suggestion.lang).toBe(answeredIn);

        const box = setup.box(page);
        await box.click();
        await page.keyboard.press('Control+Home');
        await page.keyboard.type('Moment. ');
        await page.waitForTimeout(1_200);
        const before = await setup.draft(page);
        const text = await panel.insert(proposed[0]?.id ?? '');
        const after = await setup.draft(page);
        expect(countIn(after, text)).toBe(countIn(before, text) + 1);
        expect(after).toContain('Moment.');
        await page.keyboard.press('Control+z');
        await expect.poll(() => setup.draft(page)).toBe(before);
        await page.screenshot({ path: `artifacts/desks/${setup.name}-${setup.editor ?? 'html'}-${key}.png` });
      });
    }
  });
}
