/**
 * Takes the picture of the README: `npm run picture`. The page must be built and a Chromium installed.
 * Question, answer and citations are the real ones of the offline tutor.
 */
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { serveTutor } from './serve-tutor.ts';
import { chromiumFlags, findChromium } from '../../web/testing/find-chromium.ts';

const question = 'Quelle est la différence entre le RPO et le RTO ?';

const executablePath = findChromium(process.env);
if (executablePath === null) throw new Error('No Chromium was found; set CHROMIUM_PATH.');
const tutor = await serveTutor();
const browser = await chromium.launch({ executablePath, args: [...chromiumFlags] });
try {
  const page = await browser.newPage({
    viewport: { width: 1280, height: 900 },
    locale: 'fr-FR',
    deviceScaleFactor: 1.5,
  });
  await page.goto(tutor.url);
  await page.getByRole('textbox').fill(question);
  await page.keyboard.press('Enter');
  await page
    .getByRole('button', { name: /^Source 1/ })
    .first()
    .click();
  await page.locator('mark').first().waitFor();
  await page.waitForTimeout(500);
  await page.screenshot({
    path: join(import.meta.dirname, '..', '..', 'web', 'picture', 'ask.png'),
  });
} finally {
  await browser.close();
  await tutor.close();
}
