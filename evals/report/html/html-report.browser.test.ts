import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violations } from '../../../web/testing/browse.ts';
import { chromiumFlags, findChromium } from '../../../web/testing/find-chromium.ts';
import { reportModel } from '../report-model.ts';
import { sampleRun } from '../testing/sample-runs.ts';
import { htmlReport } from './html-report.ts';

const executablePath = findChromium(process.env);
describe.skipIf(executablePath === null)('the report, in a browser, from disk', () => {
  let browser: Browser;
  let folder: string;
  let url: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'repere-report-'));
    const file = join(folder, 'report.html');
    const [run, baseline] = [
      sampleRun({ leaky: true, right: 0.6 }),
      sampleRun({ name: 'run-a', seed: 2 }),
    ];
    const gates = [{ gate: 'leaks', class: 'invariant', verdict: 'fail', detail: '4' }] as const;
    await writeFile(
      file,
      await htmlReport(reportModel({ run, baseline, history: [baseline], gates })),
    );
    url = pathToFileURL(file).href;
    browser = await chromium.launch({
      executablePath: executablePath ?? '',
      args: [...chromiumFlags],
    });
  });
  afterAll(async () => {
    await browser?.close();
    await rm(folder, { recursive: true, force: true });
  });

  type Look = { readonly width?: number; readonly colorScheme?: 'light' | 'dark' };

  async function visit(journey: (page: Page) => Promise<void>, look: Look = {}): Promise<void> {
    const { width = 1280, colorScheme = 'light' } = look;
    const context = await browser.newContext({ colorScheme, viewport: { width, height: 800 } });
    const page = await context.newPage();
    const problems: string[] = [];
    page.on('pageerror', (error) => problems.push(error.message));
    page.on('console', (line) => problems.push(line.text()));
    page.on('request', (request) => {
      if (!/^(?:file|blob):/.test(request.url())) problems.push(request.url());
    });
    try {
      await page.goto(url);
      await journey(page);
      expect(problems).toEqual([]);
      expect(await page.evaluate('globalThis.broken')).toBeUndefined();
    } finally {
      await context.close();
    }
  }

  it.each([
    { width: 1280, colorScheme: 'light' },
    { width: 1280, colorScheme: 'dark' },
    { width: 400, colorScheme: 'light' },
    { width: 400, colorScheme: 'dark' },
  ] as const)('has no violation and no horizontal scrolling: $width, $colorScheme', (look) =>
    visit(async (page) => {
      await page.evaluate(() => {
        for (const details of [...document.querySelectorAll('details')].slice(0, 3))
          details.open = true;
        for (const details of [...document.querySelectorAll('details')].slice(-40, -38))
          details.open = true;
      });
      expect(await violations(page)).toEqual([]);
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
      ).toBeLessThanOrEqual(0);
    }, look),
  );

  it('changes its language, and opens the replay of a cell', () =>
    visit(async (page) => {
      await page.getByRole('button', { name: 'English' }).click();
      await page.getByRole('heading', { name: 'Leaks' }).waitFor();
      expect(await page.title()).toContain('Repère evals');
      await page.getByRole('link', { name: '1/1' }).first().click();
      await page.locator('details[open] mark').first().waitFor();
    }));

  it('writes blind labels back, by keyboard, naming the run that wrote the chosen reply', () =>
    visit(async (page) => {
      await page.getByLabel('Votre nom ou vos initiales').fill('F. D.');
      expect(await page.locator('#label-case').textContent()).not.toMatch(/run-[ab]/);
      await page.getByRole('radio').first().focus();
      await page.keyboard.press('2');
      await page.getByRole('button', { name: 'Suivant' }).click();
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: /Télécharger/ }).click(),
      ]);
      const lines = (await readFile(await download.path(), 'utf8')).trim().split('\n');
      expect(lines).toHaveLength(1);
      const label = JSON.parse(lines[0]!) as { shown: string[]; verdict: string };
      expect(label).toMatchObject({
        kind: 'label',
        run: 'run-b',
        baseline: 'run-a',
        rater: 'F. D.',
      });
      expect(label.verdict).toBe(label.shown[1]);
    }));
});
