/** The journey that `npm start -- --headless` walks: an agent answers in three reply boxes, a lead changes a phrase. */
import { mkdirSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { countIn, PanelObject } from '../../tests/support/panel.ts';
import type { Launched } from './launch.ts';

const folder = 'artifacts/journey';

interface Visit {
  ticket: string;
  editor: 'textarea' | 'ckeditor' | 'tiptap';
  /** What must have been read. */
  expect: RegExp;
}

const visits: Visit[] = [
  { ticket: 'PC-1001', editor: 'textarea', expect: /Slovenian.*formal.*anger/ },
  { ticket: 'PC-1006', editor: 'ckeditor', expect: /Arabic.*formal.*anger/ },
  { ticket: 'PC-1007', editor: 'tiptap', expect: /German.*formal.*frustration/ },
  { ticket: 'PC-1009', editor: 'ckeditor', expect: /Japanese.*formal.*worry/ },
  { ticket: 'PC-1005', editor: 'tiptap', expect: /Swedish.*worry/ },
  { ticket: 'PC-1004', editor: 'textarea', expect: /Dutch.*informal/ },
  { ticket: 'PC-1010', editor: 'ckeditor', expect: /Portuguese.*anger/ },
  { ticket: 'PC-1011', editor: 'textarea', expect: /English.*worry.*safety/ },
];

/** Walks every step and reports each; resolves to whether one failed. */
export async function walkJourney({ context, extensionId }: Launched, deskUrl: string): Promise<boolean> {
  mkdirSync(folder, { recursive: true });
  const page = await context.newPage();
  let failed = false;
  let number = 0;
  const step = async (title: string, walk: () => Promise<string[]>) => {
    number++;
    try {
      const lines = await walk();
      console.log(`✔ ${title}`);
      for (const line of lines) console.log(`    ${line.replaceAll('\n', ' ⏎ ')}`);
    } catch (error) {
      failed = true;
      console.log(`✘ ${title}\n    ${error instanceof Error ? error.message : error}`);
    }
    await page
      .screenshot({ path: `${folder}/${String(number).padStart(2, '0')}-${slug(title)}.png` })
      .catch(() => undefined);
  };

  for (const visit of visits) {
    await step(`Agent: ticket ${visit.ticket} in ${visit.editor}`, () => answer(page, deskUrl, visit));
  }
  const edited = 'Wir melden uns zuverlässig bis {deadline, date, ::EEEEdMMMM} bei Ihnen.';
  const ticketPage = page;
  await step('Lead: changes a phrase in the options page; the open ticket tab shows it without a reload', async () => {
    await ticketPage.goto(`${deskUrl}/tickets/PC-1007?editor=textarea`);
    const panel = new PanelObject(ticketPage);
    await panel.ready();
    const before = await panel.phrase('promise.reply-by').textContent();
    const options = await context.newPage();
    await editPhrase(options, extensionId, { locale: 'de', id: 'promise.reply-by', register: 'formal', text: edited });
    await options.screenshot({ path: `${folder}/options.png` });
    await ticketPage.bringToFront();
    const after = panel.phrase('promise.reply-by').filter({ hasText: 'zuverlässig' });
    await after.waitFor({ timeout: 5_000 });
    const text = await after.textContent();
    await options.close();
    return [`before: ${before}`, `after:  ${text}`];
  });
  await step('Agent: the dark theme and an Arabic ticket', async () => {
    await page.emulateMedia({ colorScheme: 'dark' });
    const lines = await answer(page, deskUrl, { ticket: 'PC-1015', editor: 'tiptap', expect: /Arabic.*gratitude/ });
    return lines;
  });

  console.log(failed ? '\nA step failed: see above.' : `\nEvery step passed. Screenshots: ${folder}/`);
  return failed;
}

/** Opens a ticket, types a word, inserts the first suggestion, undoes it, and inserts it again for the picture. */
async function answer(page: Page, deskUrl: string, { ticket, editor, expect }: Visit): Promise<string[]> {
  await page.goto(`${deskUrl}/tickets/${ticket}?editor=${editor}`);
  const panel = new PanelObject(page);
  await panel.ready();
  const reading = await panel.readingText();
  if (!expect.test(reading)) throw new Error(`read “${reading}”, expected ${expect}`);
  const [first] = await panel.proposed();
  if (!first) throw new Error('no suggestion');

  await page.locator('form.reply textarea, form.reply .ck-editor__editable, form.reply .ProseMirror').first().click();
  const before = await draft(page);
  const text = await panel.insert(first.id);
  const after = await draft(page);
  if (countIn(after, text) !== 1)
    throw new Error(`“${text}” stands ${countIn(after, text)} times in the editor's model`);
  await page.keyboard.press('Control+z');
  await page.waitForTimeout(300);
  if ((await draft(page)).trim() !== before.trim()) throw new Error('one undo did not take the phrase back');
  // Its tick goes with it; then it is put in again, for the picture.
  await panel.region.locator(`button[data-suggestion="${first.id}"]:not([data-inserted])`).waitFor();
  await panel.insert(first.id);
  return [`read:     ${reading}`, `inserted: ${text}`, `meaning:  ${await glossOf(panel, first.id)}`];
}

async function glossOf(panel: PanelObject, id: string): Promise<string> {
  const gloss = panel.region.locator(`li:has(button[data-suggestion="${id}"]) .gloss`);
  return (await gloss.count()) > 0 ? gloss.first().innerText() : '(the agent’s own language)';
}

/** The draft as the editor's own model has it. */
const draft = (page: Page): Promise<string> =>
  page.evaluate(
    () => (window as unknown as { demoDesk: { draft(): { text: string } | null } }).demoDesk.draft()?.text ?? '',
  );

export interface PhraseEdit {
  locale: string;
  id: string;
  register: 'formal' | 'informal';
  text: string;
}

/** What a lead does: choose the pack, find the phrase, write, save. */
export async function editPhrase(
  page: Page,
  extensionId: string,
  { locale, id, register, text }: PhraseEdit,
): Promise<void> {
  await page.goto(`chrome-extension://${extensionId}/options.html`);
  const packs = page.getByRole('navigation', { name: 'Packs' });
  await packs
    .locator('.pack-button')
    .filter({ has: page.getByText(locale, { exact: true }) })
    .click();
  await page.getByLabel('Find a phrase').fill(id);
  await page.locator(`[id="${id}/head"]`).click();
  await page.locator(`[id="${id}/text/${register}"]`).fill(text);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.locator('[role=status].status').filter({ hasText: 'Saved' }).waitFor({ timeout: 5_000 });
}

const slug = (title: string): string =>
  title
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, '-')
    .slice(0, 50);
