/** The agent's journey on the demo desk, in each of its reply boxes. */

import { lettersOf } from '../../lib/text/letters.ts';
import { type DemoEditor, demoDraft, expect, replyBox, test } from '../support/fixtures.ts';
import { countIn } from '../support/panel.ts';

/** A ticket for each reply box, and what the panel must say of it. */
const journeys: { editor: DemoEditor; ticket: string; reading: RegExp[]; lang: string; phrase: string }[] = [
  {
    editor: 'textarea',
    ticket: 'PC-1001',
    reading: [/Slovenian/, /formal/, /anger/, /wrote before/],
    lang: 'sl',
    phrase: 'apologise.serious',
  },
  {
    editor: 'ckeditor',
    ticket: 'PC-1006',
    reading: [/Arabic/, /formal/, /anger/],
    lang: 'ar',
    phrase: 'promise.reply-by',
  },
  {
    editor: 'tiptap',
    ticket: 'PC-1007',
    reading: [/German/, /formal/, /frustration/],
    lang: 'de',
    phrase: 'promise.reply-by',
  },
];

const draft = 'Moment. ';

for (const { editor, ticket, reading, lang, phrase } of journeys) {
  test(`${editor}: reads the ticket, inserts, and one undo takes exactly that back`, async ({
    page,
    panel,
    openTicket,
  }) => {
    await openTicket(ticket, editor);
    const said = await panel.readingText();
    for (const expected of reading) expect(said).toMatch(expected);
    expect((await panel.proposed()).map((s) => s.lang)).toEqual(expect.arrayContaining([lang]));

    await replyBox(page).click();
    await page.keyboard.type(draft);
    await page.waitForTimeout(700); // an undo group of its own, as after a moment's thought
    const before = await demoDraft(page);
    const text = await panel.insert(await firstOf(panel, phrase));

    const after = await demoDraft(page);
    expect(countIn(after.text, text)).toBe(1);
    expect(lettersOf(after.text).startsWith(lettersOf(draft))).toBe(true);
    await expect(replyBox(page)).toBeFocused();

    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await demoDraft(page)).text).toBe(before.text);
    await expect(panel.region.locator('button[data-inserted]')).toHaveCount(0);
    await page.keyboard.press(editor === 'textarea' ? 'Control+Shift+z' : 'Control+y');
    await expect.poll(async () => countIn((await demoDraft(page)).text, text)).toBe(1);
  });

  test(`${editor}: two phrases stand as paragraphs of their own, the caret after them`, async ({
    page,
    panel,
    openTicket,
  }) => {
    await openTicket(ticket, editor);
    await replyBox(page).click();
    const [one, two] = await panel.proposed();
    const first = await panel.insert(one?.id ?? '');
    const second = await panel.insert(two?.id ?? '');
    await page.keyboard.type('§');
    const { text } = await demoDraft(page);
    expect(countIn(text, first)).toBe(1);
    expect(countIn(text, second)).toBe(1);
    expect(text.trimEnd().endsWith('§')).toBe(true);
    const between = text.slice(0, text.indexOf(second.slice(0, 12)));
    expect(between.endsWith('\n')).toBe(true);
  });
}

/** The named phrase if it is on screen, else the first proposed one: which one is inserted is not the point. */
async function firstOf(panel: import('../support/panel.ts').PanelObject, id: string): Promise<string> {
  const ids = (await panel.proposed()).map((s) => s.id);
  return ids.includes(id) ? id : (ids.at(-2) ?? '');
}

test('a correction changes the suggestions, holds over a reload, and is taken back', async ({
  page,
  panel,
  openTicket,
}) => {
  await openTicket('PC-1007');
  const formal = await panel.phrase('promise.reply-by').textContent();
  expect(formal).toMatch(/\bSie\b/);
  await panel.correct('Address', 'informal');
  await expect(panel.phrase('promise.reply-by')).toHaveText(/\bdu\b|\bdir\b|\bdich\b/);
  await panel.correct("Customer's gender", 'male');
  await page.reload();
  await panel.ready();
  await expect(panel.phrase('promise.reply-by')).toHaveText(/\bdu\b|\bdir\b|\bdich\b/);
  await expect(panel.reading).toContainText('set by you');

  await panel.correct('Language', 'en');
  await expect(panel.suggestions.locator('button[lang^="en"]').first()).toBeVisible();
  await panel.region.getByRole('button', { name: 'Undo corrections' }).click();
  await expect(panel.phrase('promise.reply-by')).toHaveText(formal ?? '');
});

test('the form of address follows the gender that the agent sets, and never a guess', async ({ panel, openTicket }) => {
  await openTicket('PC-1007');
  await expect(panel.suggestions.locator('button').first()).toContainText('Guten Tag Dr. Thomas Brinkmann,');
  const choice = panel.region.getByRole('group', { name: "Customer's gender" });
  await choice.getByRole('button', { name: 'male', exact: true }).click();
  await expect(panel.suggestions.locator('button').first()).toContainText('Sehr geehrter Herr Dr. Brinkmann,');
  await panel.region.getByRole('combobox', { name: 'Title' }).selectOption('');
  await expect(panel.suggestions.locator('button').first()).toContainText('Sehr geehrter Herr Brinkmann,');
});

test('everything works by keyboard', async ({ page, panel, openTicket }) => {
  await openTicket('PC-1007');
  await replyBox(page).click();
  await panel.suggestions.locator('button[data-suggestion]').first().focus();
  await page.keyboard.press('ArrowDown');
  const id = await page.evaluate(() =>
    document.querySelector('attune-panel')?.shadowRoot?.activeElement?.getAttribute('data-suggestion'),
  );
  expect(id).toBe((await panel.proposed())[1]?.id);
  await page.keyboard.press('Enter');
  await expect(panel.region.locator(`button[data-suggestion="${id}"][data-inserted]`)).toBeVisible();
  await panel.phrase(id ?? '').focus();
  await page.keyboard.press('Escape');
  await expect(replyBox(page)).toBeFocused();
});

test('the page hears nothing of what is typed in the panel', async ({ page, panel, openTicket }) => {
  await openTicket('PC-1007');
  await page.evaluate(() => {
    (window as unknown as { heard: string[] }).heard = [];
    for (const type of ['keydown', 'keyup', 'keypress', 'input']) {
      document.addEventListener(type, (event) => (window as unknown as { heard: string[] }).heard.push(event.type));
    }
  });
  await panel.region.getByRole('button', { name: /More phrases/ }).click();
  await panel.region.getByRole('searchbox').fill('');
  await panel.region.getByRole('searchbox').pressSequentially('refund');
  expect(await page.evaluate(() => (window as unknown as { heard: string[] }).heard)).toEqual([]);
});

test('a new message of the customer is read without a reload', async ({ page, panel, openTicket }) => {
  await openTicket('PC-1002');
  const before = await panel.readingText();
  await page.getByRole('button', { name: 'Customer writes again' }).click();
  await expect.poll(() => panel.readingText()).not.toBe(before);
});

test('another ticket by the History API: nothing of the first stays', async ({ page, panel, openTicket }) => {
  await openTicket('PC-1001');
  await page.locator('a[href*="PC-1009"]').first().click();
  await expect(panel.reading).toContainText('Japanese');
  await expect(panel.suggestions.locator('button[lang="sl"]')).toHaveCount(0);
  await expect(panel.suggestions.locator('button').first()).toContainText('佐藤');
  await page.goBack();
  await expect(panel.reading).toContainText('Slovenian');
});

test('in note mode it says so', async ({ page, panel, openTicket }) => {
  await openTicket('PC-1001');
  await page.getByRole('button', { name: 'Internal note' }).click();
  await expect(panel.region).toContainText('the customer will not see');
});

test('what the agent sent is not offered again', async ({ page, panel, openTicket }) => {
  await openTicket('PC-1007');
  await replyBox(page).click();
  await panel.insert('promise.reply-by');
  await page.getByRole('button', { name: 'Send' }).click();
  await expect(panel.phrase('promise.reply-by')).toHaveCount(0);
});

test('the draft check names what stands on the avoid-list, and blanks left open', async ({
  page,
  panel,
  openTicket,
}) => {
  await openTicket('PC-1007');
  await replyBox(page).fill('Wir melden uns zeitnah. [Ursache]');
  const list = panel.region.getByRole('list', { name: 'Draft check' });
  await expect(list).toContainText('zeitnah');
  await expect(list).toContainText('[Ursache]');
});

test('switched off for the site it is gone at once, and stays away', async ({ page, panel, openTicket }) => {
  await openTicket('PC-1001');
  await panel.region.getByRole('button', { name: 'Panel menu' }).click();
  await panel.region.getByText('Switch off on this site').click();
  await expect(panel.region).toHaveCount(0);
  await page.reload();
  await page.waitForTimeout(1_500);
  await expect(panel.region).toHaveCount(0);
});
