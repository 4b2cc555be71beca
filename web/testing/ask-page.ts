import type { Locator, Page } from 'playwright-core';

/** The field for a question, in French. */
export const field = (page: Page): Locator => page.getByRole('textbox', { name: 'Votre question' });

/** The first citation in the conversation. */
export const chip = (page: Page): Locator =>
  page
    .getByRole('log')
    .getByRole('button', { name: /^Source 1/ })
    .first();

/** Writes a question and sends it by the keyboard. */
export async function ask(page: Page, question: string): Promise<void> {
  await field(page).fill(question);
  await page.keyboard.press('Enter');
}

/** Notes what the page announces from now on; reads the notes. Each announcement once. */
export async function listen(page: Page): Promise<() => Promise<readonly string[]>> {
  await page.evaluate(() => {
    const heard: string[] = [];
    Object.assign(globalThis, { heard });
    new MutationObserver(() => {
      for (const region of document.querySelectorAll('[role=status], [role=alert]')) {
        const text = region.textContent.trim();
        if (text !== '' && heard.at(-1) !== text) heard.push(text);
      }
    }).observe(document.body, { childList: true, subtree: true, characterData: true });
  });
  return () => page.evaluate(() => (globalThis as unknown as { heard: string[] }).heard);
}
