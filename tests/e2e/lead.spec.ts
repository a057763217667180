/** The team lead's journey: the options page owns the wording, open ticket tabs follow at once. */
import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { editPhrase } from '../../scripts/lib/journey.ts';
import { expect, test } from '../support/fixtures.ts';

const shippedGerman = () => readFileSync(new URL('../../locales/packs/de.json', import.meta.url), 'utf8');

async function openOptions(page: Page, extensionId: string): Promise<void> {
  await page.goto(`chrome-extension://${extensionId}/options.html`);
  await page.getByRole('navigation', { name: 'Packs' }).getByRole('button').first().waitFor();
}

const openFiles = (page: Page) =>
  page
    .getByRole('navigation', { name: 'Packs' })
    .getByRole('button', { name: /^Files/ })
    .click();

test('an edit changes the next suggestion in a ticket tab that is already open; undo brings the old one back', async ({
  launched,
  panel,
  openTicket,
}) => {
  await openTicket('PC-1007');
  const shipped = (await panel.phrase('promise.reply-by').textContent()) ?? '';
  const options = await launched.context.newPage();
  const text = 'Sie hören zuverlässig bis {deadline, date, ::EEEEdMMMM} von mir.';
  await editPhrase(options, launched.extensionId, { locale: 'de', id: 'promise.reply-by', register: 'formal', text });
  await expect(panel.phrase('promise.reply-by')).toHaveText(/^Sie hören zuverlässig bis \S+, \d+\. \S+ von mir\.$/);
  await options.getByRole('button', { name: 'Undo last save' }).click();
  await expect(panel.phrase('promise.reply-by')).toHaveText(shipped);
  await options.close();
});

test('broken wording is named at its field with the remedy, and cannot be saved', async ({ page, launched }) => {
  await openOptions(page, launched.extensionId);
  await page
    .locator('.pack-button')
    .filter({ has: page.getByText('de', { exact: true }) })
    .click();
  await page.getByLabel('Find a phrase').fill('promise.reply-by');
  await page.locator('[id="promise.reply-by/head"]').click();
  const field = page.locator('[id="promise.reply-by/text/formal"]');
  await field.fill('Bis {deadlin');
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  const described = (await field.getAttribute('aria-describedby'))?.split(' ') ?? [];
  const problem = page.locator(described.map((id) => `[id="${id}"]`).join(', '));
  await expect(problem.filter({ hasText: 'What to do' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Save', exact: true })).toHaveAttribute('aria-disabled', 'true');
});

const hostileFiles: [name: string, text: () => string, says: RegExp][] = [
  ['no JSON', () => '{"format": 1,\n "locale": "de"\n "phrases": []}', /line 3|line 2/],
  ['a newer format', () => shippedGerman().replace('"format": 1', '"format": 9'), /format 9/],
  [
    'an unknown key',
    () => shippedGerman().replace('"locale": "de",', '"locale": "de", "script": "alert(1)",'),
    /script/,
  ],
  [
    'a repeated id',
    () => shippedGerman().replace(/"id": "greet\.follow-up"/, '"id": "greet.first"'),
    /greet\.first.*more than once/,
  ],
  ['broken ICU', () => shippedGerman().replace('{salutation}', '{salutation'), /ICU|other|argument/i],
  ['an unknown argument', () => shippedGerman().replace('{salutation}', '{customerMood}'), /customerMood/],
];

test('broken files are kept, named by place with a remedy, and switched off; the rest works', async ({
  page,
  launched,
  demoUrl,
}) => {
  await openOptions(page, launched.extensionId);
  await openFiles(page);
  for (const [name, text, says] of hostileFiles) {
    const file = `${name.replaceAll(' ', '-')}.json`;
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles({ name: file, mimeType: 'application/json', buffer: Buffer.from(text()) });
    const entry = page.getByRole('main').locator('li, article, section').filter({ hasText: file }).last();
    await expect(entry, name).toContainText(says);
    await expect(entry, name).toContainText('What to do');
  }
  const ticket = await launched.context.newPage();
  await ticket.goto(`${demoUrl}/tickets/PC-1007?editor=textarea`);
  await expect(ticket.locator('button[data-suggestion="promise.reply-by"]')).toContainText('17:00');
  await ticket.close();
});

test('a file that is too large is refused with its size, and nothing else happens', async ({ page, launched }) => {
  await openOptions(page, launched.extensionId);
  await openFiles(page);
  const buffer = Buffer.from(`{"format": 1, "locale": "de", "status": "${'x'.repeat(2_100_000)}"}`);
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name: 'huge.json', mimeType: 'application/json', buffer });
  await expect(page.locator('[role=status].status')).toContainText(/2[.,\s]?0/);
});

test('a good file speaks at once, and what was exported can be imported again', async ({
  page,
  launched,
  panel,
  openTicket,
}) => {
  const options = await launched.context.newPage();
  await openOptions(options, launched.extensionId);
  await openFiles(options);
  const pack = {
    format: 1,
    locale: 'de',
    phrases: [{ id: 'promise.reply-by', text: { formal: 'Team-Zusage bis {deadline, date, ::EEEE}.' } }],
  };
  await options
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name: 'team.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(pack)) });
  await openTicket('PC-1007');
  await expect(panel.phrase('promise.reply-by')).toContainText('Team-Zusage bis');
  await options.close();
  await page.bringToFront();
});

test('the try-it box answers from the edit that is not saved yet', async ({ page, launched }) => {
  await openOptions(page, launched.extensionId);
  await page
    .locator('.pack-button')
    .filter({ has: page.getByText('de', { exact: true }) })
    .click();
  await page.getByLabel('Find a phrase').fill('ack.late');
  await page.locator('[id="ack.late/head"]').click();
  const field = page.locator('[id^="ack.late/text/"]').first();
  await field.fill('Ungespeicherte Wendung für Verspätung.');
  await page.getByRole('tab', { name: 'Try it' }).click();
  await page
    .getByRole('tabpanel')
    .getByRole('textbox')
    .first()
    .fill(
      'Guten Tag, meine Lieferung ist schon wieder verspätet, das ist sehr ärgerlich. Können Sie mir sagen, wann sie kommt?',
    );
  await expect(page.getByRole('tabpanel')).toContainText('Ungespeicherte Wendung für Verspätung.');
  await expect(page.getByRole('tabpanel')).toContainText('German');
});

for (const scheme of ['light', 'dark'] as const) {
  test(`axe finds nothing in the options page (${scheme})`, async ({ page, launched }) => {
    await page.emulateMedia({ colorScheme: scheme });
    await openOptions(page, launched.extensionId);
    for (const tab of ['Phrases', 'Forms of address', 'Avoid-list', 'Words', 'Try it']) {
      await page.getByRole('tab', { name: tab }).click();
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map((v) => `${tab}: ${v.id} ${v.nodes[0]?.html}`)).toEqual([]);
    }
    for (const name of [/^Settings/, /^Model/, /^Files/]) {
      await page.getByRole('navigation', { name: 'Packs' }).getByRole('button', { name }).click();
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map((v) => `${v.id} ${v.nodes[0]?.html}`)).toEqual([]);
    }
  });
}
