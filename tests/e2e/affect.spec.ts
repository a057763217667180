/** The trained model in the built extension: it loads, it reads what rules cannot, and it may fail without harm. */
import { cpSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { createLexicon } from '../../lib/affect/lexicon.ts';
import { readAffect } from '../../lib/affect/read.ts';
import { loopbackExtension, storeExtension } from '../../scripts/lib/build.ts';
import { type Launched, launchWithExtension } from '../../scripts/lib/launch.ts';
import { loadWords } from '../../scripts/lib/shipped.ts';
import { customerWrites } from '../support/customer.ts';
import { expect, test } from '../support/fixtures.ts';
import { PanelObject } from '../support/panel.ts';

declare const chrome: typeof import('wxt/browser').browser;

/** Not one word in it is cross; to the rules it says nothing at all. */
const biting = 'Schön, dass ich nach drei Wochen einen leeren Karton auspacken durfte.';
const byRules = readAffect(biting, createLexicon(loadWords('de'), 'de').concepts);
const cross = /frustration|anger|disappointment/;
const line = 'Feelings are read by word rules alone';

/** The documents that hold a model: at most one. */
const documents = async (launched: Launched): Promise<string[]> =>
  (await launched.background()).evaluate(async () =>
    (await chrome.runtime.getContexts({ contextTypes: ['OFFSCREEN_DOCUMENT'] })).map((c) => c.documentId ?? ''),
  );

test('the model is loaded once, beside the pages, and reads what the rules get wrong', async ({
  launched,
  page,
  panel,
  openTicket,
}) => {
  expect(byRules.emotion.value).toBe('neutral');
  await openTicket('PC-1018');
  await customerWrites(page, biting);
  await expect(panel.reading).toContainText(cross);
  await expect(panel.region).not.toContainText(line);
  const open = await documents(launched);
  expect(open).toHaveLength(1);
  await openTicket('PC-1007');
  await expect(panel.reading).toContainText('frustration');
  expect(await documents(launched)).toEqual(open);
});

test('its document is closed between two tickets: it comes back and reads on', async ({
  launched,
  page,
  panel,
  openTicket,
}) => {
  await openTicket('PC-1007');
  await expect.poll(() => documents(launched)).toHaveLength(1);
  const [closed] = await documents(launched);
  await (await launched.background()).evaluate(() => chrome.offscreen.closeDocument());
  await openTicket('PC-1018');
  await customerWrites(page, biting);
  await expect(panel.reading).toContainText(cross);
  await expect(panel.region).not.toContainText(line);
  expect(await documents(launched)).toEqual([expect.not.stringMatching(closed ?? 'none')]);
});

test('its calls are not for pages, nor for what runs in them', async ({ launched, panel, openTicket }) => {
  await openTicket('PC-1007');
  await expect.poll(() => documents(launched)).toHaveLength(1);
  const answer = await (await launched.background()).evaluate(async () => {
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    const [result] = await chrome.scripting.executeScript({
      target: { tabId: tab?.id ?? 0 },
      func: async () => {
        const said = await chrome.runtime.sendMessage({ id: 1, type: 'readAffect', data: [], timestamp: 1 });
        return JSON.stringify(said ?? null);
      },
    });
    return result?.result;
  });
  expect(answer).toContain('Not for pages');
  await expect(panel.suggestions).toBeVisible();
});

test('a lead tries wording on the model’s reading', async ({ page, launched }) => {
  await page.goto(`chrome-extension://${launched.extensionId}/options.html`);
  await page
    .locator('.pack-button')
    .filter({ has: page.getByText('de', { exact: true }) })
    .click();
  await page.getByRole('tab', { name: 'Try it' }).click();
  await page.getByRole('tabpanel').getByRole('textbox').first().fill(biting);
  await expect(page.getByRole('tabpanel')).toContainText(cross);
});

/** A copy of the extension whose model can be spoilt and mended. */
async function withOwnCopy(
  use: (own: { launched: Launched; page: Page; panel: PanelObject; model: string }) => Promise<void>,
  spoil: (model: string) => void,
): Promise<void> {
  const copy = mkdtempSync(join(tmpdir(), 'attune-copy-'));
  cpSync(loopbackExtension, copy, { recursive: true });
  const model = join(copy, 'models/attune-affect');
  spoil(model);
  const launched = await launchWithExtension({ extension: copy, headless: true });
  const page = await launched.context.newPage();
  try {
    await use({ launched, page, panel: new PanelObject(page), model });
  } finally {
    await launched.close();
    rmSync(copy, { recursive: true, force: true });
  }
}

const graph = 'onnx/model_quantized.onnx';
for (const [damage, spoil] of [
  ['without its graph', (model: string) => rmSync(join(model, graph))],
  ['with half a graph', (model: string) => truncateSync(join(model, graph), 4_000)],
  ['with settings of another format', (model: string) => writeFileSync(join(model, 'attune.json'), '{"format":99}')],
  ['without word pieces', (model: string) => rmSync(join(model, 'tokenizer.json'))],
] as const) {
  test(`${damage} the rules read on, and one line says so`, async ({ demoUrl }) => {
    await withOwnCopy(async ({ page, panel }) => {
      const errors: Error[] = [];
      page.on('pageerror', (error) => errors.push(error));
      await page.goto(`${demoUrl}/tickets/PC-1001?editor=textarea`);
      await panel.ready();
      await expect(panel.region).toContainText(line);
      await expect(panel.reading).toContainText('anger');
      await expect(panel.region.getByRole('alert')).toHaveCount(0);
      const [first] = await panel.proposed();
      await page.locator('form.reply textarea').click();
      await panel.insert(first?.id ?? '');
      expect(errors).toEqual([]);
    }, spoil);
  });
}

test('it comes back by itself, and the panel keeps keyboard and order', async ({ demoUrl }) => {
  await withOwnCopy(
    async ({ page, panel, model }) => {
      await page.goto(`${demoUrl}/tickets/PC-1018?editor=textarea`);
      await panel.ready();
      await customerWrites(page, biting);
      await expect(panel.region).toContainText(line);
      await panel.settled();
      const before = (await panel.proposed()).map(({ id }) => id);
      const focused = () =>
        page.evaluate(() =>
          document.querySelector('attune-panel')?.shadowRoot?.activeElement?.getAttribute('data-suggestion'),
        );
      // Proposed before and after: it must not move meanwhile.
      const promise = panel.phrase('promise.reply-by-chat');
      await promise.focus();
      const topOf = async () => (await promise.boundingBox())?.y;
      const top = await topOf();
      cpSync(join(loopbackExtension, 'models/attune-affect', graph), join(model, graph));
      await expect(panel.region).not.toContainText(line, { timeout: 40_000 });
      await expect(panel.reading).toContainText(cross);
      const after = (await panel.proposed()).map(({ id }) => id);
      const stayed = after.filter((id) => before.includes(id));
      expect(stayed).toEqual(before.filter((id) => after.includes(id)));
      expect(after).not.toEqual(before);
      expect(await focused()).toBe('promise.reply-by-chat');
      expect(await topOf()).toBeCloseTo(top ?? Number.NaN, 0);
    },
    (model) => rmSync(join(model, graph)),
  );
});

test('nothing of the model is in what runs in pages or starts the background', () => {
  for (const file of ['content-scripts/overlay.js', 'background.js']) {
    const code = readFileSync(join(storeExtension, file), 'utf8');
    expect(code).not.toMatch(/InferenceSession|Unigram|simd-threaded/u);
  }
});
