/** The panel as an agent or a screen reader meets it: by the names that DESIGN §6 promises. */
import type { Locator, Page } from '@playwright/test';
import { lettersOf } from '../../lib/text/letters.ts';

export class PanelObject {
  readonly page: Page;
  readonly region: Locator;
  readonly reading: Locator;
  readonly suggestions: Locator;

  constructor(page: Page) {
    this.page = page;
    this.region = page.getByRole('region', { name: 'Attune' });
    this.reading = this.region.getByRole('group', { name: 'Reading' });
    this.suggestions = this.region.getByRole('list', { name: 'Suggestions' });
  }

  /** Waits until suggestions for the ticket on screen are there, and the model has had its say. */
  async ready(): Promise<void> {
    await this.suggestions.getByRole('button').first().waitFor({ timeout: 15_000 });
    await this.settled();
  }

  async settled(): Promise<void> {
    await this.region.locator('.reading:not([data-refining])').waitFor({ timeout: 15_000 });
  }

  /** What was read, as one line: “Slovenian · sure, formal · sure, anger …”. */
  async readingText(): Promise<string> {
    return (await this.reading.innerText()).replace(/\s+/gu, ' ').replace(/^Reading Correct reading /u, '');
  }

  phrase(id: string): Locator {
    return this.region.locator(`button[data-suggestion="${id}"]`);
  }

  /** The proposed phrases in the order shown. */
  async proposed(): Promise<{ id: string; text: string; lang: string; dir: string }[]> {
    return this.suggestions.locator('button[data-suggestion]').evaluateAll((buttons) =>
      buttons.map((button) => ({
        id: button.getAttribute('data-suggestion') ?? '',
        text: button.textContent ?? '',
        lang: button.getAttribute('lang') ?? '',
        dir: button.getAttribute('dir') ?? '',
      })),
    );
  }

  /** Clicks a suggestion and waits until it has its tick: the editor's own model has taken it by then. */
  async insert(id: string): Promise<string> {
    const button = this.phrase(id);
    const text = (await button.textContent()) ?? '';
    await button.click();
    await this.region.locator(`button[data-suggestion="${id}"][data-inserted]`).waitFor({ timeout: 5_000 });
    return text;
  }

  /** Any value of the form “Correct reading”, by the label of its field. */
  async correct(field: string, value: string): Promise<void> {
    const form = this.region.getByRole('combobox', { name: field, exact: true });
    if (!(await form.isVisible())) await this.region.getByRole('button', { name: 'Correct reading' }).click();
    await form.selectOption(value);
  }
}

/** How often the phrase stands in the draft. */
export const countIn = (draft: string, phrase: string): number => lettersOf(draft).split(lettersOf(phrase)).length - 1;
