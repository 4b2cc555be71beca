/**
 * Takes the pictures of the README: `npm run picture`. The page must be built and a Chromium installed.
 * Questions, answers, feedback and counts are the real ones of the offline tutor.
 */
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { chromiumFlags, findChromium } from '../../web/testing/find-chromium.ts';
import { fullDraft } from './critique-drafts.ts';
import { enterAs } from './enter-as.ts';
import { serveTutor } from './serve-tutor.ts';

const question = 'Quelle est la différence entre le RPO et le RTO ?';

/** Questions of a class that the course does not answer. */
const unanswered = [
  'Combien coûte un cluster Spark managé ?',
  'Comment installer Airflow sur Windows ?',
  'Quel est le prix d’une licence Power BI ?',
];

const executablePath = findChromium(process.env);
if (executablePath === null) throw new Error('No Chromium was found; set CHROMIUM_PATH.');
const tutor = await serveTutor();
const browser = await chromium.launch({ executablePath, args: [...chromiumFlags] });
try {
  await askAsClass();
  const page = await browser.newPage({
    viewport: { width: 1280, height: 900 },
    locale: 'fr-FR',
    deviceScaleFactor: 1.5,
  });
  await takeAnswer(page);
  await takeDraft(page);
  await takeOverview(page);
} finally {
  await browser.close();
  await tutor.close();
}

/** Six students ask what the course does not say. */
async function askAsClass(): Promise<void> {
  for (let at = 0; at < 6; at += 1) {
    const student = await enterAs(tutor, 'student');
    for (const asked of unanswered.slice(0, 1 + (at % 3))) {
      await (await student.call('POST', '/api/answers', { question: asked })).text();
    }
  }
}

async function takeAnswer(page: Page): Promise<void> {
  await page.goto(tutor.url);
  await page.getByRole('textbox').fill(question);
  await page.keyboard.press('Enter');
  await page
    .getByRole('button', { name: /^Source 1/ })
    .first()
    .click();
  await page.locator('mark').first().waitFor();
  await save(page, 'ask');
}

async function takeDraft(page: Page): Promise<void> {
  const student = await page.evaluate(
    async (body) => {
      const response = await fetch('/api/critiques', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
      });
      return response.text();
    },
    JSON.stringify({ task: 'sc1', text: fullDraft }),
  );
  const id = /"draftId":"([^"]+)"/.exec(student)?.[1] ?? '';
  await page.goto(`${tutor.url}/drafts/${id}`);
  await page.locator('mark').first().waitFor();
  await save(page, 'draft');
}

async function takeOverview(page: Page): Promise<void> {
  const trainer = await enterAs(tutor, 'trainer');
  const [name = '', value = ''] = trainer.cookie().split('=');
  await page.context().addCookies([{ name, value, url: tutor.url, httpOnly: true }]);
  await page.goto(`${tutor.url}/trainer`);
  await page.locator('main:not([hidden]) article, main:not([hidden]) li').first().waitFor();
  await save(page, 'trainer');
}

async function save(page: Page, name: string): Promise<void> {
  await page.waitForTimeout(500);
  const folder = join(import.meta.dirname, '..', '..', 'web', 'picture');
  await page.screenshot({ path: join(folder, `${name}.png`) });
}
