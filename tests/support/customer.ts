/** What a customer does on the demo desk while a ticket is open. */
import type { Page } from '@playwright/test';

/** The customer's next message, as the desk would add it. */
export async function customerWrites(page: Page, text: string): Promise<void> {
  await page.evaluate((words) => {
    const last = [...document.querySelectorAll('article[data-role="customer"]')].at(-1);
    const article = last?.cloneNode(true) as HTMLElement;
    article.dataset.messageId = 'next';
    const body = article.querySelector('.body') as HTMLElement;
    body.textContent = words;
    document.querySelector('.thread')?.append(article);
  }, text);
}
