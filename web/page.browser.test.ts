import { AxeBuilder } from '@axe-core/playwright';
import { existsSync } from 'node:fs';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveTutor } from '../server/testing/serve-tutor.ts';
import { chromiumFlags, findChromium } from './testing/find-chromium.ts';

const executablePath = findChromium(process.env);
describe.skipIf(executablePath === null)('the page, in a browser', () => {
  let tutor: Awaited<ReturnType<typeof serveTutor>>;
  let browser: Browser;

  beforeAll(async () => {
    if (!existsSync(`${import.meta.dirname}/dist/index.html`))
      throw new Error(
        'web/dist is missing: build the page first (vite build -c web/vite.config.ts)',
      );
    tutor = await serveTutor();
    browser = await chromium.launch({
      executablePath: executablePath ?? '',
      args: [...chromiumFlags],
    });
  });
  afterAll(async () => {
    await browser?.close();
    await tutor?.close();
  });

  /** Opens the page in French, hands it over, and then holds it to what every journey must keep. */
  async function visit(journey: (page: Page) => Promise<void>, width = 1280): Promise<void> {
    const context = await browser.newContext({ locale: 'fr-FR', viewport: { width, height: 800 } });
    const page = await context.newPage();
    const problems: string[] = [];
    const origins = new Set<string>();
    page.on('pageerror', (error) => problems.push(error.message));
    page.on('console', (line) => {
      // The abort of a request is not a problem; a broken policy or an exception is.
      if (line.type() === 'error' && !line.text().startsWith('Failed to load resource'))
        problems.push(line.text());
    });
    page.on('request', (request) => origins.add(new URL(request.url()).origin));
    try {
      await page.goto(tutor.url);
      await journey(page);
      expect(problems).toEqual([]);
      expect([...origins]).toEqual([new URL(tutor.url).origin]);
    } finally {
      await context.close();
    }
  }

  const field = (page: Page) => page.getByRole('textbox', { name: 'Votre question' });
  const chip = (page: Page) =>
    page
      .getByRole('log')
      .getByRole('button', { name: /^Source 1/ })
      .first();
  const isFocused = (element: Element) => element === document.activeElement;

  async function ask(page: Page, question: string): Promise<void> {
    await field(page).fill(question);
    await page.keyboard.press('Enter');
  }

  async function violations(page: Page): Promise<unknown[]> {
    const { violations: found } = await new AxeBuilder({ page }).analyze();
    return found.map(({ id, nodes }) => ({
      id,
      where: nodes.map((node) => node.target.join(' ')),
    }));
  }

  it('answers with a citation that opens the document, by keyboard alone', () =>
    visit(async (page) => {
      expect(await violations(page)).toEqual([]);
      await ask(page, 'Qu’est-ce que Kafka ?');
      await chip(page).waitFor();
      await expect.poll(() => page.getByRole('status').textContent()).toMatch(/^Réponse terminée/);
      expect(await field(page).evaluate(isFocused)).toBe(true);

      await chip(page).focus();
      await page.getByRole('tooltip').waitFor();
      expect(await violations(page)).toEqual([]);
      await page.keyboard.press('Enter');
      const mark = page
        .getByRole('region', { name: /^Document/ })
        .locator('mark')
        .first();
      await mark.waitFor();
      await expect.poll(() => mark.evaluate(isInView)).toBe(true);
      expect(await violations(page)).toEqual([]);

      await page.keyboard.press('Escape');
      await mark.waitFor({ state: 'detached' });
      await expect.poll(() => chip(page).evaluate(isFocused)).toBe(true);
    }));

  it('shows the document in a dialog on a phone, without horizontal scrolling', () =>
    visit(async (page) => {
      await ask(page, 'Qu’est-ce que Kafka ?');
      await chip(page).click();
      const mark = page.getByRole('dialog').locator('mark').first();
      await mark.waitFor();
      await expect.poll(() => mark.evaluate(isInView)).toBe(true);
      expect(await violations(page)).toEqual([]);
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
      ).toBeLessThanOrEqual(0);
      await page.keyboard.press('Escape');
      await expect.poll(() => chip(page).evaluate(isFocused)).toBe(true);
    }, 360));

  it('stops at once, keeps the focus in the composer, and offers to try again', () =>
    visit(async (page) => {
      // Held back, so that there is something to stop however fast the tutor is.
      await page.route('**/api/answers', () => undefined);
      await ask(page, 'Qu’est-ce que Kafka ?');
      await page.getByRole('button', { name: 'Arrêter' }).click();
      await page.getByRole('button', { name: 'Envoyer' }).waitFor({ timeout: 1_000 });
      expect(await page.getByRole('status').textContent()).toBe('Réponse arrêtée');
      expect(await field(page).evaluate(isFocused)).toBe(true);
      await page.unroute('**/api/answers');
      await page.getByRole('button', { name: 'Réessayer' }).click();
      await chip(page).waitFor();
    }));

  it('fills the composer with a starter, and sends nothing', () =>
    visit(async (page) => {
      const starter = page.getByRole('list', { name: 'Par exemple' }).getByRole('button').first();
      const question = await starter.textContent();
      await starter.click();
      expect(await field(page).inputValue()).toBe(question);
      expect(await page.getByRole('log').textContent()).toBe('');
    }));

  it('says which model answers, in the language chosen, and remembers the choice', () =>
    visit(async (page) => {
      await page.getByText('Modèles hors ligne').waitFor();
      await page.getByRole('button', { name: 'English' }).click();
      await page.getByText('Offline models').waitFor();
      expect(await page.locator('html').getAttribute('lang')).toBe('en');
      expect(await violations(page)).toEqual([]);
      await page.reload();
      await page.getByRole('textbox', { name: 'Your question' }).waitFor();
    }));

  it('says that the course does not answer', () =>
    visit(async (page) => {
      await ask(page, 'Quelle est la capitale de la Mongolie ?');
      await page.getByRole('log').getByText('Question sans réponse').first().waitFor();
      expect(await violations(page)).toEqual([]);
    }));
});

/** Whether an element is inside the window, where the reader sees it. Runs in the page. */
function isInView(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return top >= 0 && bottom <= innerHeight;
}
