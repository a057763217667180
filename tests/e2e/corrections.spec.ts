/** Corrections that an agent chooses to keep: off by default, without words unless asked for, exported, deleted. */
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, test } from '../support/fixtures.ts';

declare const chrome: typeof import('wxt/browser').browser;

async function openSettings(page: Page, extensionId: string): Promise<void> {
  await page.goto(`chrome-extension://${extensionId}/options.html`);
  await page.getByRole('navigation', { name: 'Packs' }).getByRole('button', { name: 'Settings' }).click();
}

async function exported(page: Page): Promise<string> {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export the corrections' }).click();
  return readFileSync(await (await download).path(), 'utf8');
}

test('are kept only once the agent says so, with words only where they say that too', async ({
  launched,
  page,
  panel,
  openTicket,
}) => {
  const options = await launched.context.newPage();
  await openSettings(options, launched.extensionId);
  const count = options.getByText(/^Corrections kept: \d+$/);
  const keep = options.getByLabel('Keep my corrections');
  const keepWords = options.getByLabel("Keep the customer's words too");
  await expect(keep).not.toBeChecked();
  await expect(keepWords).toBeDisabled();
  await expect(options.getByRole('button', { name: 'Delete all' })).toBeDisabled();

  await openTicket('PC-1007');
  await panel.correct('Feeling', 'joy');
  await expect(panel.reading).toContainText('Undo corrections');
  await expect(count).toHaveText('Corrections kept: 0');

  await keep.check();
  await openTicket('PC-1006');
  await panel.correct('Feeling', 'joy');
  await expect(count).toHaveText('Corrections kept: 1');
  await panel.correct('How strong', '1');
  await expect.poll(() => exported(options)).toContain('"corrected":{"emotion":"joy","intensity":1}');
  const [entry, ...others] = (await exported(options)).trim().split('\n');
  expect(others).toEqual([]);
  const first = JSON.parse(entry ?? '') as Record<string, unknown>;
  expect(Object.keys(first).sort()).toEqual(['concepts', 'corrected', 'read', 'time']);
  expect(first.corrected).toEqual({ emotion: 'joy', intensity: 1 });
  expect((first.read as { emotion: string }).emotion).not.toBe('joy');

  await keepWords.check();
  await openTicket('PC-1001');
  const message = (await page.locator('article[data-role="customer"] .body').last().innerText()).slice(0, 20);
  await panel.correct('Feeling', 'worry');
  await expect(count).toHaveText('Corrections kept: 2');
  expect((await exported(options)).trim().split('\n').at(-1)).toContain(message.split('\n')[0]);

  await panel.region.getByRole('button', { name: 'Undo corrections' }).click();
  await expect(count).toHaveText('Corrections kept: 1');
  await options.getByRole('button', { name: 'Delete all' }).click();
  await expect(count).toHaveText('Corrections kept: 0');
  const stored = await (await launched.background()).evaluate(async () =>
    JSON.stringify(await chrome.storage.local.get('corrections')),
  );
  expect(stored).toBe('{"corrections":[]}');
  await options.close();
});
