import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { serveTutor, type ServedTutor } from '../server/testing/serve-tutor.ts';
import { chip, field } from './testing/ask-page.ts';
import { type Browsing, overflow, startBrowsing, violations } from './testing/browse.ts';
import { findChromium } from './testing/find-chromium.ts';
import { trainerGroups } from './trainer/trainer-parts.ts';

const executablePath = findChromium(process.env);
/** `EVERY_WIDTH=1` looks at all; by default the middle one is held to its width alone, which takes half the time. */
const everyWidth = process.env['EVERY_WIDTH'] === '1';
const widths = [360, 768, 1280] as const;

// Axe takes its time on a long page, and there are many.
vi.setConfig({ testTimeout: 180_000 });

/** Holds a screen, as it is now, to the rules in both colour schemes and at every width. */
async function check(page: Page, screen: string): Promise<void> {
  const problems: unknown[] = [];
  for (const width of widths) {
    await page.setViewportSize({ width, height: 800 });
    const wider = await overflow(page);
    if (wider > 0) problems.push({ width, wider });
    if (width === 768 && !everyWidth) continue;
    for (const found of await violations(page)) problems.push({ width, found });
    if (width !== 360 && !everyWidth) continue;
    // Of all rules the colours alone depend on the scheme.
    await page.emulateMedia({ colorScheme: 'dark' });
    const dark = await violations(page, ['color-contrast']);
    for (const found of dark) problems.push({ width, dark: true, found });
    await page.emulateMedia({ colorScheme: 'light' });
  }
  expect({ screen, problems }).toEqual({ screen, problems: [] });
}

describe.skipIf(executablePath === null)('every screen, in a browser', () => {
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

  /** Opens a page of the server in French or English; motion is off, so that nothing is looked at half-way. */
  const visit = (locale: string, path: string, journey: (page: Page) => Promise<void>) =>
    browsing.visit(tutor.url + path, journey, { locale, reducedMotion: 'reduce' });

  describe.each(['fr-FR', 'en-GB'])('in %s', (locale) => {
    const french = locale === 'fr-FR';

    it('has nothing for axe to find where questions are asked', () =>
      visit(locale, '/', async (page) => {
        const composer = french
          ? field(page)
          : page.getByRole('textbox', { name: 'Your question' });
        await composer.waitFor();
        await check(page, 'first screen');
        await composer.fill('Qu’est-ce que Kafka ?');
        await page.keyboard.press('Enter');
        await chip(page).waitFor();
        await page
          .getByRole('button', { name: french ? /ne m’aide pas/ : /does not help/ })
          .click();
        await check(page, 'an answer, and why it does not help');
        await chip(page).click();
        await page.locator('mark').first().waitFor();
        await check(page, 'the document');
        await page.keyboard.press('Escape');
        await page.getByRole('button', { name: french ? 'Mon accès' : 'My access' }).click();
        await check(page, 'my access');
      }));

    it('has nothing for axe to find where drafts are read', () =>
      visit(locale, '/drafts', async (page) => {
        await page.getByRole('combobox').first().waitFor();
        await check(page, 'drafts');
      }));

    it('has nothing for axe to find on the way in', () =>
      visit(locale, '/', async (page) => {
        const nobody = { student: null, trainer: false, openClass: null };
        await page.route('**/api/session', (route) => route.fulfill({ json: nobody }));
        await page.reload();
        await page.getByLabel(french ? 'Code de la classe' : 'Class code').waitFor();
        await check(page, 'the way in');
      }));

    it('has nothing for axe to find on the trainer’s way in', () =>
      visit(locale, '/trainer', async (page) => {
        await page.getByLabel(french ? 'Jeton du formateur' : 'Trainer’s token').waitFor();
        await check(page, 'the trainer’s way in');
      }));

    it.each(['', ...trainerGroups.flatMap(({ parts }) => parts)])(
      'has nothing for axe to find on /trainer/%s',
      (part) =>
        visit(locale, '/', async (page) => {
          const data = { token: tutor.trainerToken };
          await page.request.post(`${tutor.url}/api/session/trainer`, { data });
          await page.goto(`${tutor.url}/trainer/${part}`);
          await page.getByRole('heading', { level: 2 }).first().waitFor();
          await page.waitForLoadState('networkidle');
          await check(page, part);
        }),
    );
  });
});
