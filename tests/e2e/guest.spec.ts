/** A guest in the page: never in the way, never harmed by what is on it, never harming it. */
import AxeBuilder from '@axe-core/playwright';
import { demoDraft, expect, replyBox, test } from '../support/fixtures.ts';

for (const { width, height } of [
  { width: 1600, height: 900 },
  { width: 1280, height: 720 },
  { width: 800, height: 700 },
  { width: 400, height: 800 },
]) {
  test(`at ${width} × ${height} it covers neither the reply box nor the send button`, async ({
    page,
    panel,
    demoUrl,
  }) => {
    await page.setViewportSize({ width, height });
    await page.goto(`${demoUrl}/tickets/PC-1001?editor=textarea`);
    await expect(panel.region).toBeVisible();
    const send = page.getByRole('button', { name: 'Send' });
    for (const top of [0, 10_000]) {
      await page.evaluate((y) => {
        for (const element of [document.scrollingElement, ...document.querySelectorAll('main, .thread')])
          element?.scrollTo(0, y);
      }, top);
      await page.waitForTimeout(800);
      const own = await panel.region.boundingBox();
      for (const target of [replyBox(page), send]) expect(overlap(own, await target.boundingBox())).toBe(0);
    }
  });
}

type Box = { x: number; y: number; width: number; height: number } | null;

function overlap(a: Box, b: Box): number {
  if (!a || !b) return 0;
  const wide = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const high = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return Math.round(Math.max(0, wide) * Math.max(0, high));
}

test('a hostile ticket is shown and read as text', async ({ page, panel, openTicket }) => {
  const errors: Error[] = [];
  page.on('pageerror', (error) => errors.push(error));
  await openTicket('PC-1017');
  await expect(page).not.toHaveTitle('owned');
  await expect(panel.reading).toContainText('English');
  expect(
    await page
      .locator('attune-panel')
      .evaluate((host) => host.shadowRoot?.querySelectorAll('script, img, article').length),
  ).toBe(0);
  expect(errors).toEqual([]);
});

test('a thread of 300 messages and one of 200,000 characters leave the page responsive', async ({
  page,
  panel,
  openTicket,
}) => {
  await openTicket('PC-1016');
  await page.evaluate(() => {
    const article = document.querySelector('article[data-role="customer"]')?.cloneNode(true) as HTMLElement;
    article.dataset.messageId = 'huge';
    const body = article.querySelector('.body') as HTMLElement;
    body.textContent = 'I am still waiting for my order and nobody answers. '.repeat(4_000);
    document.querySelector('.thread')?.append(article);
  });
  await expect(panel.reading).toContainText('English');
  await replyBox(page).fill('still typing');
  expect((await demoDraft(page)).text).toBe('still typing');
});

test('the page cannot reach into the extension, and nothing leaves the machine', async ({
  page,
  launched,
  openTicket,
  panel,
  demoUrl,
}) => {
  const asked: string[] = [];
  launched.context.on('request', (request) => asked.push(request.url()));
  await openTicket('PC-1006');
  await replyBox(page).click();
  await panel.insert((await panel.proposed())[0]?.id ?? '');
  expect(
    asked.filter(
      (url) => !url.startsWith(demoUrl) && !url.startsWith('chrome-extension://') && !url.startsWith('data:'),
    ),
  ).toEqual([]);
  const seen = await page.evaluate(() => Object.keys(window).filter((key) => /attune|wxt/i.test(key)));
  expect(seen).toEqual([]);
});

for (const scheme of ['light', 'dark'] as const) {
  test(`axe finds nothing in the panel (${scheme})`, async ({ page, panel, openTicket }) => {
    await page.emulateMedia({ colorScheme: scheme });
    await openTicket('PC-1006');
    await panel.region.getByRole('button', { name: 'Why' }).first().click();
    await panel.region.getByRole('button', { name: /More phrases/ }).click();
    await panel.region.getByRole('button', { name: 'Correct reading' }).click();
    const { violations } = await new AxeBuilder({ page }).include('attune-panel').analyze();
    expect(violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html).join(' ')}`)).toEqual([]);
  });
}
