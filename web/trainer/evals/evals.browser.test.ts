import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { serveTutor, type ServedTutor } from '../../../server/testing/serve-tutor.ts';
import { violations } from '../../testing/browse.ts';
import { chromiumFlags, findChromium } from '../../testing/find-chromium.ts';
import { sampleDesk } from '../../testing/sample-desk.ts';

const executablePath = findChromium(process.env);
const dist = join(import.meta.dirname, '..', '..', 'dist', 'index.html');

describe.skipIf(executablePath === null)('evaluations and instructions, in a browser', () => {
  let tutor: ServedTutor;
  let browser: Browser;
  let token = '';
  let desk = sampleDesk();
  let page: Page;
  let problems: string[] = [];

  beforeAll(async () => {
    if (!existsSync(dist)) throw new Error('web/dist is missing: build the page first');
    browser = await chromium.launch({
      executablePath: executablePath ?? '',
      args: [...chromiumFlags],
    });
  });
  afterAll(() => browser?.close());

  beforeEach(async () => {
    desk = sampleDesk();
    const files = { 'a.md': '# A\n\nUn data lake garde des données brutes.\n' };
    tutor = await serveTutor({ files, openEvals: () => Promise.resolve(desk) });
    token = await tutor.service.access.sessions.begin({ studentId: null }, null);
    page = await open();
  });
  afterEach(async () => {
    expect(problems).toEqual([]);
    await page.context().close();
    await tutor.close();
  });

  async function open(options: Parameters<Browser['newContext']>[0] = {}): Promise<Page> {
    const context = await browser.newContext({
      ...{ locale: 'fr-FR', viewport: { width: 1280, height: 800 } },
      ...options,
    });
    await context.addCookies([{ name: 'repere-trainer', value: token, url: tutor.url }]);
    const opened = await context.newPage();
    problems = [];
    opened.on('pageerror', (error) => problems.push(error.message));
    opened.on('console', (line) => {
      if (line.type() === 'error' && !line.text().startsWith('Failed to load resource'))
        problems.push(line.text());
    });
    return opened;
  }

  const go = (path: string) => page.goto(`${tutor.url}/trainer/${path}`);
  const button = (name: string | RegExp) => page.getByRole('button', { name });
  const seen = (text: string | RegExp) =>
    page.getByText(text).filter({ visible: true }).first().waitFor();

  it('starts an evaluation with its cost, follows it, and leads to what became worse', async () => {
    await go('evals');
    await page.getByRole('link', { name: 'Lancer une évaluation' }).click();
    const choice = page.getByLabel('Que voulez-vous évaluer');
    await choice.selectOption('prompt-1');
    await seen(/^1\s271 cas, dont 12 déjà connus/);
    await seen('Coût maximal\u00a0: 4,20\u00a0$ US.');
    await choice.selectOption('main');
    await seen(/rien ne quitte ce serveur/);
    await button('Lancer').click();
    await seen('203 sur 1\u202f271 cas');
    expect(await page.getByRole('progressbar').getAttribute('value')).toBe('203');
    await page.reload();
    await seen('203 sur 1\u202f271 cas');
    desk.finish();
    await seen('L’évaluation est terminée.');

    await page.getByRole('link', { name: /^Voir les résultats.*plus prudent/ }).click();
    // The last one of the tutor as it serves.
    expect(await page.getByLabel('Comparée à').inputValue()).toBe('run-a');
    await page.getByRole('heading', { name: 'Ce qui s’est dégradé' }).waitFor();
    const headings = await page.getByRole('heading', { level: 3 }).allTextContents();
    expect(headings.indexOf('Ce qui s’est dégradé')).toBeLessThan(headings.indexOf('Mesures'));
    const row = page.getByRole('row', { name: /^Réponses avec tous les faits nécessaires/ });
    await row.getByText('Moins bien').waitFor();
    const first = page.locator('.eval-change').first();
    await first.locator('summary').first().click();
    await first.getByRole('heading', { name: 'Avant' }).waitFor();
    await first.getByRole('heading', { name: 'Après' }).waitFor();
    const report = page.getByRole('link', { name: 'Télécharger le rapport' });
    expect(await report.getAttribute('href')).toMatch(/report\?run=run-b&baseline=run-a$/);
    expect(await page.evaluate(() => 'broken' in globalThis)).toBe(false);
  });

  it('says which course is measured, and measures a trainer’s own cases', async () => {
    await go('evals');
    await seen(/mesurent Repère sur le cours livré avec lui, et non sur le vôtre/);
    await button(/^Dire ce qu’est une bonne réponse/).click();
    await page.getByLabel('Mots que la réponse doit contenir').fill('brutes\ndata lake');
    expect(await violations(page)).toEqual([]);
    await button('Enregistrer').click();
    await seen('le tuteur répond, et dit «\u00a0brutes\u00a0», «\u00a0data lake\u00a0».');
    await page.getByRole('link', { name: 'Lancer une évaluation' }).click();
    await page.getByLabel(/^vos propres cas \(1\)/).check();
    await seen('Vos cas sont soumis à ce tuteur sur vos documents');
    await button('Lancer').click();
    await page.getByRole('row', { name: /Vos propres cas/ }).waitFor();
  });

  it('stops an evaluation, and says why one could not begin or has to wait', async () => {
    await go('evals/new/mine');
    await button('Lancer').click();
    await seen(/^L’évaluation n’a pas pu être/);
    await seen('mine.yaml:2: model is wrong.');
    await page.getByLabel('Que voulez-vous évaluer').selectOption('main');
    await button('Lancer').click();
    await seen('203 sur 1\u202f271 cas');
    await go('evals/new/main');
    await button('Lancer').click();
    await seen('Une évaluation est déjà en cours.');
    await page.keyboard.press('Escape');
    await button('Arrêter').click();
    const stopped = page.getByRole('row', { name: /Interrompue/ });
    await stopped.waitFor();
    expect(await stopped.textContent()).toContain('203 sur 1\u202f271 cas');
  });

  it('keeps what is shown when the network fails, says so, and comes back', async () => {
    await desk.start('main');
    await go('evals');
    await seen('203 sur 1\u202f271 cas');
    await page.context().setOffline(true);
    await seen(/^Le serveur ne répond plus/);
    expect(await page.getByRole('table').isVisible()).toBe(true);
    await page.context().setOffline(false);
    await page.getByText(/^Le serveur ne répond plus/).waitFor({ state: 'detached' });
  });

  it('writes instructions as a new version, loses nothing typed, serves them and goes back', async () => {
    await go('prompts');
    await seen(/^Aucun modèle de langage n’est branché.*consignes/);
    await page.getByRole('link', { name: 'Écrire une nouvelle version' }).click();
    const field = page.getByLabel('Consignes', { exact: true });
    const own = await field.inputValue();
    expect(await button('Enregistrer comme nouvelle version').isDisabled()).toBe(true);
    await field.fill(own.replace(/^.*\[\[clarify\]\].*\n/m, '').replace('Be brief', 'Be short'));
    await page.reload();
    expect(await field.inputValue()).toContain('Be short');
    await page.getByLabel('Ce que vous changez').fill('Plus court');
    await button('Enregistrer comme nouvelle version').click();

    await page.getByRole('heading', { name: 'Version 1' }).waitFor();
    await seen(/\[\[clarify\]\] pour faire préciser/);
    expect(await page.locator('ins').allTextContents()).toEqual([
      expect.stringMatching(/^Ajouté.*Be short/),
    ]);
    expect(await page.locator('del').count()).toBe(2);
    await button('Mettre en service').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(/^Dès la prochaine question/).waitFor();
    await dialog.getByRole('button', { name: 'Mettre en service' }).click();
    await seen('La version 1 est en service.');
    await page.getByRole('link', { name: 'Toutes les versions' }).click();
    await page.getByRole('row', { name: /^Version 1 .*En service/ }).waitFor();
    await page.getByRole('link', { name: 'Lire la version 0' }).click();
    await button('Revenir à cette version').click();
    await dialog.getByRole('button', { name: 'Mettre en service' }).click();
    await seen('La version 0 est en service.');
  });

  it.each([
    ['fr-FR', 'light', 360],
    ['en-GB', 'dark', 768],
    ['fr-FR', 'dark', 1280],
  ] as const)('is accessible and fits: %s, %s, %i px', async (locale, colorScheme, width) => {
    await page.context().close();
    page = await open({ locale, colorScheme, viewport: { width, height: 800 } });
    await desk.start('main');
    for (const [path, ready] of [
      ['evals', '.eval-runs'],
      ['evals/new/prompt-1', '.eval-cost'],
      ['evals/run-b/run-a', '.eval-changes'],
      ['evals/run-b', '.eval-table'],
      ['evals/nobody', '.trainer-head'],
      ['prompts', '.prompt-versions'],
      ['prompts/0', '.rules'],
      ['prompts/new/0', '.rules-field'],
    ] as const) {
      await go(path);
      await page.locator(ready).first().waitFor();
      const change = page.locator('.eval-change summary').first();
      if (await change.isVisible()) await change.click();
      expect([path, await violations(page)]).toEqual([path, []]);
      const beyond = await page.evaluate(() =>
        [document.documentElement, ...document.querySelectorAll('.dialog-body')].reduce(
          (most, { scrollWidth, clientWidth }) => Math.max(most, scrollWidth - clientWidth),
          0,
        ),
      );
      expect([path, beyond]).toEqual([path, 0]);
    }
  });
});
