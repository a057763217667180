/** A model from elsewhere, fetched by the built extension from a server that speaks the hub's paths. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { customerWrites } from '../support/customer.ts';
import { test as base, expect } from '../support/fixtures.ts';
import { fixture, graph, type Hub, serveHub, tinyModel } from '../support/hub.ts';

declare const chrome: typeof import('wxt/browser').browser;

const test = base.extend<{ hub: Hub; options: Page }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the parameter's names
  hub: async ({}, use) => {
    const hub = await serveHub();
    await use(hub);
    await hub.close();
  },
  /** The page “Model”. */
  // The fixture `page` empties the storage afterwards.
  options: async ({ launched, page: _ }, use) => {
    const page = await launched.context.newPage();
    await openModelPage(page, launched.extensionId);
    await use(page);
    await page.evaluate(async () => {
      const root = await navigator.storage.getDirectory();
      await root.removeEntry('models', { recursive: true }).catch(() => undefined);
    });
    await page.close();
  },
});

async function openModelPage(page: Page, extensionId: string): Promise<void> {
  await page.goto(`chrome-extension://${extensionId}/options.html`);
  await page.getByRole('navigation', { name: 'Packs' }).getByRole('button', { name: 'Model' }).click();
}

async function fetchModel(options: Page, hub: Hub, model = tinyModel): Promise<void> {
  await options.getByRole('textbox', { name: 'Model' }).fill(model);
  await options.getByLabel('Mirror').fill(hub.url);
  await options.getByRole('button', { name: 'Fetch the model' }).click();
}

const said = (options: Page) => options.locator('.model-said');
const kept = (options: Page) => options.locator('li.model');
const fetched = 'The model is fetched and checked';
const byShipped = 'The model your team chose is not available right now';

/** A pleased customer to the shipped model; to the small one “schrecklich” is anger. */
const pleased = 'Vielen Dank, das Paket kam schrecklich schnell an, ich freue mich sehr!';
const happy = /joy|gratitude/;

test('is fetched, compared, leads in open tickets at once, and gives way in one click', async ({
  hub,
  options,
  page,
  panel,
  openTicket,
}) => {
  await openTicket('PC-1018');
  await customerWrites(page, pleased);
  await expect(panel.reading).toContainText(happy);
  expect(hub.asked).toEqual([]);

  await options.bringToFront();
  await fetchModel(options, hub);
  await expect(said(options)).toContainText(fetched);
  expect(new Set(hub.asked.map(({ path }) => path.split('/').at(-1)))).toEqual(
    new Set(['config.json', 'tokenizer_config.json', 'tokenizer.json', 'model_quantized.onnx']),
  );
  const asked = hub.asked.length;
  // Guessed by name.
  await expect(kept(options).getByLabel('anger')).toHaveValue('anger');
  await expect(kept(options).getByLabel('joy')).toHaveValue('joy');
  await expect(kept(options).getByLabel('neutral')).toHaveValue('neutral');

  await options.getByRole('button', { name: /^Compare with the shipped model/ }).click();
  const comparison = options.locator('.comparison');
  await expect(comparison).toContainText(/Both read the same mood in \d+ of 1\d\d messages/, { timeout: 40_000 });
  const right = comparison.getByRole('row', { name: /Right about the mood/ }).getByRole('cell');
  await expect(right).toHaveText([/^[1-5]?\d of 60$/, /^[1-5]?\d of 60$/]);
  const { violations } = await new AxeBuilder({ page: options }).analyze();
  expect(violations.map((v) => `${v.id} ${v.nodes[0]?.html}`)).toEqual([]);

  // Figures of another mapping would mislead.
  await kept(options).getByLabel('anger').selectOption('frustration');
  await expect(comparison).toHaveCount(0);
  await options.getByRole('button', { name: /^Use this model/ }).click();
  await expect(said(options)).toContainText('The model is in use');
  await page.bringToFront();
  await expect(panel.reading).toContainText('frustration');
  await expect(panel.region).not.toContainText(byShipped);

  await options.bringToFront();
  await options.getByRole('button', { name: 'Go back to the shipped model' }).first().click();
  await page.bringToFront();
  await expect(panel.reading).toContainText(happy);
  // After the download nobody was asked for anything.
  expect(hub.asked).toHaveLength(asked);
});

test('a download that is cancelled goes on where it was, after the page was closed too', async ({
  hub,
  options,
  launched,
}) => {
  hub.stop.set(graph, { after: 60_000, how: 'wait' });
  await fetchModel(options, hub);
  await expect(options.locator('.progress-line .figures')).toContainText(/6\d kB of 12\d kB/);
  await options.getByRole('button', { name: 'Cancel' }).click();
  await expect(said(options)).toContainText('Cancelled');
  await expect(kept(options)).toHaveCount(0);
  hub.stop.clear();
  hub.asked.length = 0;
  await openModelPage(options, launched.extensionId);
  await expect(options.getByText(`${tinyModel} is not fetched completely`)).toBeVisible();
  await options.getByRole('button', { name: 'Go on fetching' }).click();
  await expect(said(options)).toContainText(fetched);
  expect(hub.asked.filter(({ path }) => path.includes('/resolve/') && path.endsWith(graph))).toEqual([
    expect.objectContaining({ status: 206, range: 'bytes=60000-' }),
  ]);
  expect(hub.asked.some(({ path }) => path.endsWith('tokenizer.json'))).toBe(false);
  const whole = await options.evaluate(async () => {
    const models = await (await navigator.storage.getDirectory()).getDirectoryHandle('models');
    let bytes = 0;
    for await (const [, folder] of models.entries())
      for await (const [name, file] of (folder as FileSystemDirectoryHandle).entries())
        if (name.startsWith('onnx-')) bytes += (await (file as FileSystemFileHandle).getFile()).size;
    return bytes;
  });
  expect(whole).toBe(fixture(graph).length);
});

test('two tabs do not fetch into the same files', async ({ hub, options, launched }) => {
  hub.stop.set(graph, { after: 60_000, how: 'wait' });
  await fetchModel(options, hub);
  await expect(options.locator('.progress-line .figures')).toContainText(/6\d kB/);
  const other = await launched.context.newPage();
  await openModelPage(other, launched.extensionId);
  const asked = hub.asked.length;
  await fetchModel(other, hub);
  await expect(said(other)).toContainText('A model is being fetched in another tab');
  expect(hub.asked).toHaveLength(asked);
  await other.close();
  await options.getByRole('button', { name: 'Cancel' }).click();
  await expect(said(options)).toContainText('Cancelled');
});

test('what cannot be used is named with its place and a remedy, and nothing changes', async ({ hub, options }) => {
  await fetchModel(options, hub, 'no model');
  await expect(said(options)).toContainText('This is no model’s name'.replace('’', "'"));
  await fetchModel(options, hub, 'attune-test/none');
  await expect(said(options)).toContainText('There is no such model here');
  await expect(said(options)).toContainText('attune-test/none/resolve/main/config.json');
  await expect(options.getByRole('button', { name: 'Go on fetching' })).toHaveCount(0);
  const config = JSON.parse(fixture('config.json').toString()) as object;
  hub.files.set('config.json', Buffer.from(JSON.stringify({ ...config, id2label: { 0: 'joy', 2: 'anger' } })));
  await fetchModel(options, hub);
  await expect(said(options)).toContainText('The model does not name its labels');
  hub.files.clear();
  hub.headers.set(graph, { etag: `"${'0'.repeat(64)}"` });
  await fetchModel(options, hub);
  await expect(said(options)).toContainText('The file did not arrive whole');
  await expect(kept(options)).toHaveCount(0);
});

test('a host that the lead does not allow is not asked', async ({ hub, options }) => {
  await options.evaluate(() => {
    chrome.permissions.request = (async () => false) as typeof chrome.permissions.request;
  });
  await fetchModel(options, hub);
  await expect(said(options)).toContainText('The browser was not allowed to reach this host');
  await expect(kept(options)).toHaveCount(0);
  await expect(options.getByRole('button', { name: 'Go on fetching' })).toHaveCount(0);
  expect(hub.asked).toEqual([]);
});

test('one that does not run, or whose files are gone, leaves the shipped model reading, and one line says so', async ({
  hub,
  options,
  page,
  panel,
  openTicket,
}) => {
  // Cut off without anybody saying so.
  hub.files.set(graph, fixture(graph).subarray(0, 9_000));
  hub.unannounced.add(graph);
  await fetchModel(options, hub);
  await expect(said(options)).toContainText(fetched);
  await options.getByRole('button', { name: /^Compare with/ }).click();
  await expect(said(options)).toContainText('The model does not run here', { timeout: 30_000 });
  await options.getByRole('button', { name: /^Use this model/ }).click();
  await openTicket('PC-1018');
  await customerWrites(page, pleased);
  await expect(panel.reading).toContainText(happy);
  await expect(panel.region).toContainText(byShipped);
  await options.evaluate(async () => {
    await (await navigator.storage.getDirectory()).removeEntry('models', { recursive: true });
  });
  await options.reload();
  await options.getByRole('navigation', { name: 'Packs' }).getByRole('button', { name: 'Model' }).click();
  await expect(kept(options)).toContainText('The browser has deleted its files');
  await options.getByRole('button', { name: /^Delete the model/ }).click();
  await page.bringToFront();
  await expect(panel.region).not.toContainText(byShipped);
  await expect(panel.reading).toContainText(happy);
});

test('nothing but the download reaches the host: neither page nor background', async ({ hub, options, launched }) => {
  const tries = async (address: string) =>
    fetch(address).then(
      () => 'reached',
      (error: Error) => error.message,
    );
  expect(await options.evaluate(tries, hub.url)).not.toBe('reached');
  expect(await (await launched.background()).evaluate(tries, hub.url)).toContain("the extension's own files");
  const forbidden = await options.evaluate((address) => {
    const violation = new Promise<string>((resolve) =>
      document.addEventListener('securitypolicyviolation', (event) => resolve(event.effectiveDirective), {
        once: true,
      }),
    );
    fetch(address).catch(() => undefined);
    return violation;
  }, hub.url);
  expect(forbidden).toBe('connect-src');
  expect(hub.asked).toEqual([]);
});
