import { type CDPSession, expect, type Locator, type Page, test } from '@playwright/test';
import type { InsertOptions, InsertResult } from '../../lib/desk/insert/insert-text.ts';
import type {} from './pages/page.ts';
import { insertScript, servePages } from './serve.ts';

const phrase = [
  'Thank you for telling us about order <b>A-17</b> & co.',
  'نعتذر عن التأخير، وسنردّ عليك قبل يوم الاثنين.',
  'Best regards,\nSupport team',
];
const text = phrase.join('\n\n');

interface Editor {
  name: string;
  page: string;
  selector: string;
  /** Are paragraphs nodes of a model (then soft breaks stay inside them), or lines of text? */
  blocks: boolean;
}

const plain = (kind: string): Editor => ({
  name: kind,
  page: `/plain?kind=${kind}`,
  selector: '#editor',
  blocks: false,
});
const editors: Editor[] = [
  plain('textarea'),
  plain('contenteditable'),
  plain('pre-wrap'),
  plain('plaintext-only'),
  plain('iframe'),
  plain('shadow'),
  { name: 'ckeditor5', page: '/ckeditor', selector: '.ck-editor__editable', blocks: true },
  { name: 'tiptap', page: '/tiptap', selector: '.ProseMirror', blocks: true },
];

let served: Awaited<ReturnType<typeof servePages>>;
let script: string;
test.beforeAll(async () => {
  test.setTimeout(120_000);
  [served, script] = await Promise.all([servePages(), insertScript()]);
});
test.afterAll(() => served.close());

/** A page with an editor, and our code in a world of its own beside it. */
class Bench {
  readonly errors: string[] = [];
  #page: Page;
  #editor: Editor;
  #cdp!: CDPSession;
  #world = 0;

  constructor(page: Page, editor: Editor) {
    this.#page = page;
    this.#editor = editor;
  }

  async open(): Promise<this> {
    this.#page.on('pageerror', (error) => this.errors.push(error.message));
    await this.#page.goto(served.url + this.#editor.page);
    await this.#page.waitForFunction(() => window.editorPage !== undefined);
    this.#cdp = await this.#page.context().newCDPSession(this.#page);
    const { frameTree } = await this.#cdp.send('Page.getFrameTree');
    const { executionContextId } = await this.#cdp.send('Page.createIsolatedWorld', {
      frameId: frameTree.frame.id,
      worldName: 'attune',
    });
    this.#world = executionContextId;
    await this.#cdp.send('Runtime.evaluate', { expression: script, contextId: this.#world });
    return this;
  }

  #field(): Locator {
    const root = this.#editor.name === 'iframe' ? this.#page.frameLocator('iframe') : this.#page;
    return root.locator(this.#editor.selector);
  }

  /** Clicks and types like a person. */
  async type(words: string): Promise<void> {
    await this.#field().click();
    await this.#page.keyboard.type(words);
  }

  /** Long enough for an editor to close its undo step. */
  pause(): Promise<void> {
    return this.#page.waitForTimeout(1100);
  }

  async insert(texts: string[], options: InsertOptions = {}): Promise<InsertResult[]> {
    const call = `attuneInsert(${JSON.stringify(this.#editor.selector)}, ${JSON.stringify(texts)}, ${JSON.stringify(options)})`;
    const answer = await this.#cdp.send('Runtime.evaluate', {
      expression: call,
      contextId: this.#world,
      awaitPromise: true,
      returnByValue: true,
    });
    if (answer.exceptionDetails) throw new Error(answer.exceptionDetails.exception?.description);
    return answer.result.value as InsertResult[];
  }

  model(): Promise<string[]> {
    return this.#page.evaluate(() => window.editorPage.model());
  }

  /** The model without the blank lines that plain fields have between paragraphs. */
  async lines(): Promise<string[]> {
    return (await this.model()).filter((line) => line.trim() !== '').map((line) => line.trimEnd());
  }

  readOnly(): Promise<void> {
    return this.#page.evaluate(() => window.editorPage.readOnly());
  }
}

for (const editor of editors) {
  test.describe(editor.name, () => {
    const lines = (paragraphs: string[]): string[] =>
      editor.blocks ? paragraphs : paragraphs.flatMap((paragraph) => paragraph.split('\n'));
    const open = (page: Page): Promise<Bench> => new Bench(page, editor).open();
    const done = [{ ok: true, how: expect.any(String) }];

    test('an empty editor gets every paragraph once, and the next key lands behind them', async ({ page }) => {
      const bench = await open(page);
      expect(await bench.insert([text])).toEqual(done);
      expect(await bench.lines()).toEqual(lines(phrase));
      await page.keyboard.type('!');
      expect((await bench.lines()).at(-1)).toMatch(/Support team!$/);
      expect(bench.errors).toEqual([]);
    });

    test('a draft stays as it is, undo takes back the phrase only, redo brings it back', async ({ page }) => {
      const bench = await open(page);
      await bench.type('Hello Ms Kovač. ');
      await bench.pause();
      const before = await bench.model();
      expect(await bench.insert([text])).toEqual(done);
      const after = await bench.model();
      const joined = [`Hello Ms Kovač. ${phrase[0]}`, ...phrase.slice(1)];
      expect(await bench.lines()).toEqual(lines(joined));
      await page.keyboard.press('Control+z');
      expect(await bench.model()).toEqual(before);
      await page.keyboard.press('Control+Shift+z');
      expect(await bench.model()).toEqual(after);
      expect(bench.errors).toEqual([]);
    });

    test('one paragraph goes into the middle of a line', async ({ page }) => {
      const bench = await open(page);
      await bench.type('Hello world');
      await bench.pause();
      for (let key = 0; key < 5; key++) await page.keyboard.press('ArrowLeft');
      expect(await bench.insert(['<i>dear</i>'])).toEqual(done);
      expect(await bench.lines()).toEqual(['Hello <i>dear</i>world']);
      await page.keyboard.press('Control+z');
      expect(await bench.lines()).toEqual(['Hello world']);
    });

    test('a selection is kept', async ({ page }) => {
      const bench = await open(page);
      await bench.type('Hello');
      await page.keyboard.press('Control+a');
      expect(await bench.insert([', there'])).toEqual(done);
      expect(await bench.lines()).toEqual(['Hello, there']);
    });

    test('phrases inserted one after the other are paragraphs of their own', async ({ page }) => {
      const bench = await open(page);
      await bench.type('Hello');
      const [first, second, third] = ['One two.', 'Three,\nfour.', 'Five.\n\nSix.'] as const;
      expect(await bench.insert([first, second, third], { separate: true })).toEqual([...done, ...done, ...done]);
      expect(await bench.lines()).toEqual(lines(['Hello', first, second, 'Five.', 'Six.']));
      if (editor.blocks) expect(await bench.model()).toEqual(['Hello', first, second, 'Five.', 'Six.']);
      await page.keyboard.press('Control+z');
      expect(await bench.lines()).toEqual(lines(['Hello', first, second]));
    });

    test('a phrase before a draft leaves the draft its own paragraph', async ({ page }) => {
      const bench = await open(page);
      await bench.type('Yours, Ana');
      await page.keyboard.press('Home');
      expect(await bench.insert(['Thank you.'], { separate: true })).toEqual(done);
      expect(await bench.lines()).toEqual(['Thank you.', 'Yours, Ana']);
    });

    test('empty blocks between paragraphs where the desk wants them', async ({ page }) => {
      const bench = await open(page);
      await bench.type('Hello');
      await bench.insert(['One.\n\nTwo.', 'Three.'], { separate: true, paragraphs: 'p+empty' });
      expect(await bench.lines()).toEqual(['Hello', 'One.', 'Two.', 'Three.']);
      if (editor.blocks) expect(await bench.model()).toEqual(['Hello', '', 'One.', '', 'Two.', '', 'Three.']);
    });

    test('the same phrase twice is there twice', async ({ page }) => {
      const bench = await open(page);
      expect(await bench.insert([text, text], { separate: true })).toEqual([...done, ...done]);
      expect(await bench.lines()).toEqual(lines([...phrase, ...phrase]));
    });

    test('goes to where the caret was when the focus is elsewhere', async ({ page }) => {
      const bench = await open(page);
      await bench.type('Hello ');
      await page.locator('#elsewhere').click();
      expect(await bench.insert(['again.'])).toEqual(done);
      expect(await bench.lines()).toEqual(['Hello again.']);
      await page.keyboard.type('!');
      expect(await bench.lines()).toEqual(['Hello again.!']);
    });

    test('2,000 characters, emoji and right-to-left', async ({ page }) => {
      const bench = await open(page);
      const long = `${'نص طويل 👩🏽‍🔧 '.repeat(130)}.`;
      expect(await bench.insert([long], { dir: 'rtl' })).toEqual(done);
      expect(await bench.lines()).toEqual([long]);
    });

    test('a read-only editor says so and stays empty', async ({ page }) => {
      const bench = await open(page);
      await bench.type('Mine');
      await bench.readOnly();
      expect(await bench.insert([text])).toEqual([{ ok: false, reason: 'read-only' }]);
      expect(await bench.lines()).toEqual(['Mine']);
    });
  });
}

test('a field of one line gets one line', async ({ page }) => {
  const bench = await new Bench(page, plain('input')).open();
  await bench.type('Re:');
  expect(await bench.insert([text], { separate: true })).toEqual([{ ok: true, how: 'insertText' }]);
  expect(await bench.model()).toEqual([`Re: ${phrase.join(' ').replace('\n', ' ')}`]);
});
