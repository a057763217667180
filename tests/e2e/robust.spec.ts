/** What goes wrong in real life: updates under an open tab, a worker that sleeps, a storage that is full. */
import { loopbackExtension } from '../../scripts/lib/build.ts';
import { launchWithExtension } from '../../scripts/lib/launch.ts';
import { demoDraft, expect, replyBox, test } from '../support/fixtures.ts';
import { PanelObject } from '../support/panel.ts';

declare const chrome: typeof import('wxt/browser').browser;

test('the worker is killed between two calls: the next answer comes all the same', async ({
  launched,
  page,
  panel,
  openTicket,
}) => {
  await openTicket('PC-1007');
  const session = await launched.context.newCDPSession(page);
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.stopAllWorkers');
  await panel.correct('Address', 'informal');
  await expect(panel.phrase('promise.reply-by')).toHaveText(/\bdu\b|\bdir\b|\bdich\b/);
});

test('the storage is full: the panel says so, the ticket goes on', async ({ launched, panel, openTicket }) => {
  await openTicket('PC-1007');
  const background = await launched.background();
  await background.evaluate(async () => {
    const room = 10_485_760 - (await chrome.storage.local.getBytesInUse());
    await chrome.storage.local.set({ filling: 'x'.repeat(room - 20) });
  });
  await panel.region.getByRole('button', { name: 'Panel menu' }).click();
  await panel.region.getByText('Top left').click();
  await expect(panel.region).toContainText('storage for settings is full');
  await expect(panel.phrase('promise.reply-by')).toBeVisible();
});

test('the extension is updated under an open tab: the panel says so and the draft is untouched', async ({
  demoUrl,
}) => {
  // A browser of its own: an extension from the command line does not come back from this.
  const own = await launchWithExtension({ extension: loopbackExtension, headless: true });
  const page = await own.context.newPage();
  const panel = new PanelObject(page);
  await page.goto(`${demoUrl}/tickets/PC-1007?editor=textarea`);
  await panel.ready();
  await replyBox(page).fill('Half a sentence');
  await (await own.background()).evaluate(() => chrome.runtime.reload()).catch(() => undefined);
  await page.waitForTimeout(1_500);
  await page.getByRole('button', { name: 'Customer writes again' }).click();
  await expect(panel.region).toContainText('Reload this page');
  expect((await demoDraft(page)).text).toBe('Half a sentence');
  await own.close();
});
