/** Whether the descriptions of the two real programs read every seeded thread as it was written. */
import { expect, type Page, test } from '@playwright/test';
import type { ThreadResult } from '../../lib/desk/read.ts';
import type { Message, Thread } from '../../lib/thread.ts';
import {
  type DeskName,
  deskWorld,
  login,
  type RunningDesk,
  readSeed,
  type SeedMessage,
  shownMessages,
  startDesk,
} from './helpers.ts';

type Editor = { tag: string; id: string; mode: string; rect: { width: number; height: number } } | null;

const late = { rt: '.transaction.message .messagebody', roundcube: '#messagebody' };
const editorFrame = { rt: 'iframe.cke_wysiwyg_frame', roundcube: 'iframe#composebody_ifr' };
const ports = { rt: 8141, roundcube: 8151 };

/** White space and quote marks differ by program; words and their order do not. */
const words = (text: string) => text.replace(/[\s>]+/g, '');

/** The quote is not read, nor where a mail has HTML its plain text. */
function expected(message: SeedMessage): string {
  const html = message.html?.replace(/<[^>]+>/g, '');
  return words(html ?? message.text.split('\n> ')[0] ?? '');
}

const reduced = (messages: Message[]) => messages.map((m) => ({ role: m.role, text: words(m.text) }));

async function read(page: Page): Promise<Thread> {
  const result = await (await deskWorld(page))<ThreadResult>('attuneDesk.read()');
  if ('nothing' in result) throw new Error(`${page.url()}: ${result.nothing}`);
  return result.thread;
}

for (const name of ['rt', 'roundcube'] as const satisfies DeskName[]) {
  test.describe(name, () => {
    test.describe.configure({ mode: 'serial' });
    let desk: RunningDesk;
    let page: Page;

    test.beforeAll(async ({ browser }) => {
      test.setTimeout(300_000);
      desk = await startDesk(name, { port: ports[name] });
      page = await (await browser.newContext()).newPage();
      await login(page, desk);
    });

    test.afterAll(async () => {
      await page?.context().close();
      await desk?.stop();
    });

    test('reads every thread', async () => {
      test.setTimeout(120_000);
      for (const ticket of (await readSeed()).tickets) {
        const shown = shownMessages(name, ticket);
        const own = shown.filter((m) => m.from === 'customer');
        for (const [i, address] of (desk.addresses[ticket.key] ?? []).entries()) {
          await page.goto(address.read);
          await page.waitForSelector(late[name]);
          const thread = await read(page);
          const wanted = name === 'rt' ? shown : [own[i] as SeedMessage];
          expect
            .soft(reduced(thread.messages), ticket.key)
            .toEqual(wanted.map((m) => ({ role: m.from, text: expected(m) })));
          expect.soft(thread.customerName).toBe(ticket.customer.name);
          expect.soft(thread.subject?.replace(/^Re: /, '')).toBe(ticket.subject);
          expect.soft(new Set(thread.messages.map((m) => m.id)).size).toBe(wanted.length);
        }
      }
    });

    test('knows the ticket again on its reply page, and finds the reply box', async () => {
      const keys = new Set<string>();
      for (const key of ['sl', 'ar', 'nl']) {
        const address = desk.addresses[key]?.[0];
        if (!address) throw new Error(key);
        await page.goto(address.read);
        await page.waitForSelector(late[name]);
        const reading = await read(page);
        await page.goto(address.reply);
        await page.waitForSelector(editorFrame[name]);
        const writing = await read(page);
        expect(writing.ticket).toBe(reading.ticket);
        expect(writing.messages).toEqual([]);
        expect(writing.subject?.replace(/^Re: /, '')).toBe(reading.subject?.replace(/^Re: /, ''));
        keys.add(reading.ticket);
        const evaluate = await deskWorld(page);
        await expect(async () => {
          const editor = await evaluate<Editor>('attuneDesk.editor()');
          expect(editor).toMatchObject({ tag: 'BODY', mode: 'reply' });
          expect(editor?.rect.height).toBeGreaterThan(100);
        }).toPass({ timeout: 10_000 });
      }
      expect(keys.size).toBe(3);
    });

    if (name === 'rt') {
      test('sees the history that comes with a second request', async () => {
        const address = desk.addresses.sl?.[0];
        await page.route('**/Helpers/TicketHistory*', async (route) => {
          await new Promise((resolve) => setTimeout(resolve, 1_000));
          await route.continue();
        });
        await page.goto(address?.read ?? '', { waitUntil: 'domcontentloaded' });
        const evaluate = await deskWorld(page);
        await evaluate('attuneDesk.watch()');
        await expect
          .poll(() => evaluate<number[]>('attuneDesk.changes().map((r) => r?.thread?.messages.length ?? -1)'), {
            timeout: 10_000,
          })
          .toEqual([0, 4]);
        await page.unroute('**/Helpers/TicketHistory*');
      });

      test('knows when the agent writes a comment', async () => {
        const address = desk.addresses.sl?.[0]?.reply.replace('Action=Respond', 'Action=Comment') ?? '';
        await page.goto(address);
        await page.waitForSelector(editorFrame.rt);
        const evaluate = await deskWorld(page);
        await expect.poll(() => evaluate('attuneDesk.editor()')).toMatchObject({ mode: 'note' });
      });

      test('tells a comment in another language of the interface', async () => {
        // The administrator has set no language, so the program follows the browser.
        const context = await page.context().browser()?.newContext({ locale: 'ja' });
        const other = await context?.newPage();
        if (!other) throw new Error('no page');
        await login(other, desk, { login: 'root', password: 'password' });
        await other.goto(desk.addresses.sl?.[0]?.read ?? '');
        await other.waitForSelector(late.rt);
        const thread = await read(other);
        expect(thread.pageLang).toBe('ja');
        expect(thread.messages.map((m) => m.role)).toEqual(['customer', 'agent', 'note', 'customer']);
        await context?.close();
      });
    } else {
      test('reads what the agent sent as the agent’s', async () => {
        await page.goto(`${desk.url}?_task=mail&_mbox=Sent&_uid=1&_action=show`);
        await page.waitForSelector(late.roundcube);
        const sent = await read(page);
        expect(sent.messages.map((m) => m.role)).toEqual(['agent']);
        expect(sent.customerName).toBe('Špela Žnidaršič');
        await page.goto(desk.addresses.sl?.[0]?.read ?? '');
        await page.waitForSelector(late.roundcube);
        expect((await read(page)).ticket).toBe(sent.ticket);
      });

      test('follows the preview beside the list', async () => {
        await page.goto(`${desk.url}?_task=mail&_mbox=INBOX`);
        await page.waitForSelector('#messagelist tbody tr');
        const evaluate = await deskWorld(page);
        await evaluate('attuneDesk.watch()');
        const last = () => evaluate<string | undefined>('attuneDesk.changes().at(-1)?.thread?.subject');
        expect(await evaluate('attuneDesk.changes()')).toEqual([{ nothing: 'no-ticket' }]);
        for (const [row, subject] of [
          [0, 'Résiliation de mon abonnement'],
          [2, 'Zmiana adresu dostawy'],
        ] as const) {
          await page
            .locator('#messagelist tbody tr')
            .nth(row)
            .locator('td.subject')
            .click({ position: { x: 60, y: 8 } });
          await expect.poll(last, { timeout: 10_000 }).toBe(subject);
        }
        expect(await evaluate('attuneDesk.changes().at(-1).thread.messages[0].role')).toBe('customer');
      });
    }
  });
}

test.describe('roundcube with a plain textarea', () => {
  test('finds the reply box', async ({ page }) => {
    test.setTimeout(300_000);
    const desk = await startDesk('roundcube', { port: 8161, editor: 'text' });
    try {
      await login(page, desk);
      await page.goto(desk.addresses.sl?.[0]?.reply ?? '');
      await page.waitForSelector('textarea#composebody');
      const evaluate = await deskWorld(page);
      await expect
        .poll(() => evaluate('attuneDesk.editor()'))
        .toMatchObject({ tag: 'TEXTAREA', id: 'composebody', mode: 'reply' });
    } finally {
      await desk.stop();
    }
  });
});
