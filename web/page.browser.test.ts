import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveTutor, type ServedTutor } from '../server/testing/serve-tutor.ts';
import { ask, chip, field, listen } from './testing/ask-page.ts';
import {
  type Browsing,
  isFocused,
  isInView,
  overflow,
  startBrowsing,
  violations,
} from './testing/browse.ts';
import { findChromium } from './testing/find-chromium.ts';

const executablePath = findChromium(process.env);
describe.skipIf(executablePath === null)('the page, in a browser', () => {
  let tutor: ServedTutor;
  let browsing: Browsing;

  beforeAll(async () => {
    browsing = await startBrowsing(executablePath ?? '');
    tutor = await serveTutor();
  });
  afterAll(async () => {
    await browsing?.close();
    await tutor?.close();
  });
  const visit = (journey: Parameters<Browsing['visit']>[1], width = 1280) =>
    browsing.visit(tutor.url, journey, { width });

  it('gives a cited answer on a phone in two taps from the first screen', () =>
    visit(async (page) => {
      await page.getByRole('list', { name: 'Par exemple' }).getByRole('button').first().click();
      await page.getByRole('button', { name: 'Envoyer' }).click();
      await chip(page).waitFor();
      expect(await overflow(page)).toBeLessThanOrEqual(0);
    }, 390));

  it('answers with a citation that opens the document, by keyboard alone', () =>
    visit(async (page) => {
      await field(page).waitFor();
      expect(await violations(page)).toEqual([]);
      const announced = await listen(page);
      await ask(page, 'Qu’est-ce que Kafka ?');
      await chip(page).waitFor();
      await expect.poll(async () => (await announced()).at(-1)).toMatch(/^Réponse terminée/);
      expect((await announced()).length).toBeLessThanOrEqual(3);
      expect(await field(page).evaluate(isFocused)).toBe(true);

      await chip(page).focus();
      const preview = page.getByRole('tooltip');
      await preview.waitFor();
      expect((await preview.locator('q').textContent())?.length).toBeLessThanOrEqual(300);
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
      expect(await overflow(page)).toBeLessThanOrEqual(0);
      await page.keyboard.press('Escape');
      await expect.poll(() => chip(page).evaluate(isFocused)).toBe(true);
    }, 360));

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

  it('fits a window of 320 pixels, and one enlarged twice', () =>
    visit(async (page) => {
      await ask(page, 'Qu’est-ce que Kafka ?');
      await chip(page).waitFor();
      expect(await overflow(page)).toBeLessThanOrEqual(0);
      await page.getByRole('button', { name: 'Conversations' }).click();
      await page.getByRole('dialog', { name: 'Conversations' }).waitFor();
      expect(await overflow(page)).toBeLessThanOrEqual(0);
      await page.keyboard.press('Escape');
      // A laptop's window of 1280 by 800 at 200 %.
      await page.setViewportSize({ width: 640, height: 400 });
      expect(await overflow(page)).toBeLessThanOrEqual(0);
      await chip(page).scrollIntoViewIfNeeded();
      await chip(page).click();
      await page.getByRole('dialog').locator('mark').first().waitFor();
      expect(await overflow(page)).toBeLessThanOrEqual(0);
    }, 320));

  it('leads the address of before to the drafts', () =>
    browsing.visit(`${tutor.url}/#draft`, async (page) => {
      await page.waitForURL('**/drafts');
      const link = page.getByRole('link', { name: 'Brouillons' });
      await link.waitFor();
      expect(await link.getAttribute('aria-current')).toBe('page');
    }));
});
