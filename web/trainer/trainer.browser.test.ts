import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { draftCourse } from '../../server/testing/draft-course.ts';
import { serveTutor, type ServedTutor } from '../../server/testing/serve-tutor.ts';
import { createStudentClient } from '../../server/testing/student-client.ts';
import { violations } from '../testing/browse.ts';
import { chromiumFlags, findChromium } from '../testing/find-chromium.ts';

const executablePath = findChromium(process.env);

const course = {
  'lessons/kafka.md':
    '---\nid: kafka\ntitle: Kafka\nkind: lesson\nlanguage: fr\n---\n\n# Kafka\n\n## Les topics\n\nUn topic Kafka est un journal découpé en partitions.\n\n## La rétention\n\nKafka conserve les messages même après leur lecture.\n',
  'lessons/entrepot.md':
    '---\nid: entrepot\ntitle: L’entrepôt de données\nkind: lesson\nlanguage: fr\n---\n\n# L’entrepôt de données\n\nUn entrepôt de données range des données préparées pour l’analyse.\n',
};

const catalogue =
  '---\nid: catalogue\ntitle: Le catalogue de données\nkind: lesson\nlanguage: fr\n---\n\n# Le catalogue de données\n\nUn catalogue de données recense les jeux de données, leurs propriétaires et leurs définitions.\n';

describe.skipIf(executablePath === null)('the trainer’s pages, in a browser', () => {
  let tutor: ServedTutor;
  let browser: Browser;
  let page: Page;
  const problems: string[] = [];

  beforeAll(async () => {
    if (!existsSync(join(import.meta.dirname, '..', 'dist', 'index.html')))
      throw new Error('web/dist is missing: build the page first (npm run build)');
    const tasks = Object.entries(await draftCourse('sc1')).filter(([path]) =>
      path.startsWith('tasks/'),
    );
    tutor = await serveTutor({ files: { ...course, ...Object.fromEntries(tasks) } });
    browser = await chromium.launch({
      executablePath: executablePath ?? '',
      args: [...chromiumFlags],
    });
    const context = await browser.newContext({
      locale: 'fr-FR',
      viewport: { width: 1280, height: 800 },
    });
    page = await context.newPage();
    page.on('pageerror', (error) => problems.push(error.message));
    page.on('console', (line) => {
      if (line.type() === 'error' && !line.text().startsWith('Failed to load resource'))
        problems.push(line.text());
    });
  });
  afterAll(async () => {
    await browser?.close();
    await tutor?.close();
  });

  const title = (name: string) => page.getByRole('heading', { level: 2, name });
  const go = async (name: string) => {
    const pages = page.getByRole('navigation', { name: 'Pages du formateur' });
    await pages.getByRole('link', { name, exact: true }).click();
    await title(name).waitFor();
  };
  const row = (name: string) => page.getByRole('row').filter({ hasText: name });

  const focusedLabel = () =>
    page.evaluate(() =>
      document.activeElement instanceof HTMLInputElement
        ? document.activeElement.labels?.[0]?.textContent
        : null,
    );

  /** What every state of a page must keep. */
  async function sound(): Promise<void> {
    expect(await violations(page)).toEqual([]);
    expect(problems).toEqual([]);
  }

  it('is entered with the token', async () => {
    await page.goto(`${tutor.url}/trainer`);
    await page.getByLabel('Jeton du formateur').fill(tutor.trainerToken);
    await page.getByRole('button', { name: 'Entrer comme formateur' }).click();
    await title('Vue d’ensemble').waitFor();
    await expect
      .poll(() => page.getByText('Aucune question n’a encore été posée.').count())
      .toBe(1);
    await sound();
  });

  it('takes a document, and students get answers from it', async () => {
    await go('Documents');
    await row('Kafka').getByText('Accessible').waitFor();
    await page.locator('input[type=file]').setInputFiles([
      { name: 'catalogue.md', mimeType: 'text/markdown', buffer: Buffer.from(catalogue) },
      { name: 'image.png', mimeType: 'image/png', buffer: Buffer.from('x') },
    ]);
    await page.getByRole('alert').getByText('Seuls les fichiers .md et .txt').waitFor();
    await page.getByRole('button', { name: 'Ajouter ce fichier' }).click();
    await page.getByText('nouveau document, reçu').waitFor();
    await row('Le catalogue de données').getByText('Accessible').waitFor({ timeout: 60_000 });
    await sound();
    await row('Le catalogue de données')
      .getByRole('button', { name: /^Aperçu/ })
      .click();
    await page.getByRole('dialog').getByText('recense les jeux de données').waitFor();
    await sound();
    await page.keyboard.press('Escape');

    const student = await createStudentClient(tutor.url);
    const { text } = await student.ask({ question: 'Que recense un catalogue de données ?' });
    expect(text).toContain('leurs propriétaires');
  });

  it('refuses what would not be a course, and says what to mend', async () => {
    await page.locator('input[type=file]').setInputFiles({
      name: 'double.md',
      mimeType: 'text/markdown',
      buffer: Buffer.from('---\nid: kafka\ntitle: Encore Kafka\n---\n\n# Encore\n\nDu texte.\n'),
    });
    await page.getByRole('button', { name: 'Ajouter ce fichier' }).click();
    await page.getByText('Le serveur a refusé ce changement.').waitFor();
    expect(await page.getByText('auraient le même identifiant').textContent()).toContain(
      'kafka.md',
    );
    await sound();
  });

  it('reclassifies a document, whose text then leaves the students', async () => {
    await row('L’entrepôt de données')
      .getByRole('button', { name: /^Reclasser/ })
      .click();
    await page.getByRole('radio', { name: 'Corrigé' }).check();
    await sound();
    await page.getByRole('button', { name: 'Changer le type' }).click();
    const sealed = row('L’entrepôt de données').getByText('le document est déclaré comme corrigé');
    await expect.poll(() => sealed.count(), { timeout: 60_000 }).toBe(1);
  });

  it('never opens what is added as a worked solution', async () => {
    await page.locator('input[type=file]').setInputFiles({
      name: 'reponses.md',
      mimeType: 'text/markdown',
      buffer: Buffer.from('# Les réponses\n\nLe service choisi est Zorglub.\n'),
    });
    await page.getByLabel('Type de reponses.md').selectOption('Corrigé');
    await page.getByRole('button', { name: /^Ajouter ces 2 fichiers/ }).click();
    const sealed = row('Les réponses').getByText('Masqué', { exact: true });
    await expect.poll(() => sealed.count(), { timeout: 60_000 }).toBe(1);
    const student = await createStudentClient(tutor.url);
    const { text } = await student.ask({ question: 'Quel est le service choisi ?' });
    expect(text).not.toContain('Zorglub');
  });

  it('deletes a document after asking', async () => {
    await row('Le catalogue de données')
      .getByRole('button', { name: /^Supprimer/ })
      .click();
    await page.getByRole('button', { name: 'Supprimer le document' }).click();
    await expect.poll(() => row('Le catalogue de données').count()).toBe(0);
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.textContent))
      .toBe('Documents');
    await sound();
  });

  it('shows first what the course does not answer, without the words of the few', async () => {
    for (let number = 1; number <= 5; number += 1) {
      const student = await createStudentClient(tutor.url);
      await student.ask({
        question: 'Combien de temps Kafka garde-t-il un message par défaut, en jours ?',
      });
    }
    const alone = await createStudentClient(tutor.url);
    await alone.ask({ question: 'Qui a gagné le match hier soir à Lyon ?' });
    await go('Vue d’ensemble');
    const first = page.getByRole('listitem').filter({ hasText: 'de 5 étudiants' });
    await first.getByText('Combien de temps Kafka garde-t-il').waitFor();
    expect(await page.getByText('match hier soir').count()).toBe(0);
    await sound();
    await first.getByRole('button', { name: /^Lire la section/ }).click();
    const document = page.getByRole('region', { name: 'Document\u00a0: Kafka' });
    await document.waitFor();
    await sound();
    await document.getByRole('button', { name: 'Fermer' }).click();
    await first.getByRole('link', { name: /^Compléter le document/ }).click();
    await title('Documents').waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Télécharger le fichier' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('kafka.md');
    expect(await row('Kafka').count()).toBe(1);
    await sound();
    await go('Questions sans réponse');
    await page.getByText('Moins de 5 étudiants').waitFor();
    expect(await page.getByText('match hier soir').count()).toBe(0);
    await sound();
  });

  it('shows what a student shows of an answer, and makes a case of it', async () => {
    const student = await createStudentClient(tutor.url);
    const shown = await student.ask({ question: 'Qu’est-ce qu’un topic Kafka ?' });
    const kept = await student.ask({ question: 'Kafka garde-t-il les messages lus ?' });
    const rating = { helpful: false, reasons: ['too-long'] };
    await student.send('PUT', `/api/turns/${shown.turnId}/rating`, { ...rating, shared: true });
    await student.send('PUT', `/api/turns/${kept.turnId}/rating`, { ...rating, shared: false });
    await go('Avis');
    await page.getByRole('row', { name: 'Trop long 2' }).waitFor();
    const turn = page.getByRole('listitem').filter({ hasText: 'Qu’est-ce qu’un topic' });
    await turn.getByText('Réponse').click();
    await turn.getByText('journal découpé en partitions').first().waitFor();
    const source = turn.getByRole('button', { name: /^Source 1/ });
    await source.hover();
    await turn.getByRole('tooltip').getByText('journal découpé en partitions').waitFor();
    await sound();
    await source.click();
    await page.getByRole('region', { name: /Kafka/ }).locator('mark').first().waitFor();
    await page.keyboard.press('Escape');
    expect(await page.getByText('les messages lus').count()).toBe(0);
    await sound();
    await turn.getByRole('button', { name: /^En faire un cas/ }).click();
    await turn.getByText('Le cas est créé').waitFor();
    await sound();
    await page.reload();
    await turn.getByText(/^Cas draft-/).waitFor();
  });

  it('reads the drafts that students show, and no other', async () => {
    const student = await createStudentClient(tutor.url);
    const write = async (text: string): Promise<string> => {
      const body = { task: 'sc1', text, language: 'fr' };
      const events = await (await student.send('POST', '/api/critiques', body)).text();
      return /"draftId":"([^"]+)"/.exec(events)?.[1] ?? '';
    };
    await write('Un premier brouillon que personne d’autre ne doit lire.');
    const id = await write('ShopNow lit les clics et les paniers abandonnés des clients.');
    await student.send('PATCH', `/api/drafts/${id}`, { shared: true });
    await go('Brouillons partagés');
    await page.getByRole('link', { name: /^Lire le brouillon de/ }).click();
    await page.getByText('paniers abandonnés des clients').first().waitFor();
    await sound();
    expect(await page.getByText('que personne d’autre').count()).toBe(0);
    await student.send('PATCH', `/api/drafts/${id}`, { shared: false });
    await page.reload();
    await page.getByText('Ce brouillon n’est plus montré').waitFor();
    await go('Brouillons partagés');
    await page.getByText('Aucun étudiant ne montre de brouillon').waitFor();
  });

  it('makes a class, shows its code once, and lets students in with it', async () => {
    await go('Classes');
    await page.getByRole('button', { name: 'Créer la classe' }).click();
    await page.getByText('Donnez un nom à la classe.').waitFor();
    expect(await focusedLabel()).toBe('Nom de la classe');
    await page.keyboard.type('Data, printemps');
    await page.keyboard.press('Enter');
    const code = await page
      .getByRole('dialog')
      .getByRole('status', { name: 'Code de «\u00a0Data, printemps\u00a0»' })
      .textContent();
    await sound();
    await page.getByRole('button', { name: 'C’est noté' }).press('Enter');
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.textContent))
      .toBe('Classes');
    await row('Data, printemps').getByText('Avec un code').waitFor();
    await page.reload();
    await row('Data, printemps').waitFor();
    expect(await page.getByText(code ?? '').count()).toBe(0);
    const opened = await fetch(`${tutor.url}/api/session/pseudonyms`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ code }),
    });
    expect(await opened.json()).toMatchObject({ className: 'Data, printemps' });
  });

  it('deletes a class only when its name is typed', async () => {
    await row('Data, printemps')
      .getByRole('button', { name: /^Supprimer/ })
      .click();
    const remove = page.getByRole('button', { name: 'Supprimer la classe' });
    expect(await remove.isDisabled()).toBe(true);
    await page.getByLabel(/^Pour confirmer/).fill('data, printemps');
    await sound();
    await remove.click();
    await expect.poll(() => row('Data, printemps').count()).toBe(0);
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.textContent))
      .toBe('Classes');
  });

  it('changes how long work is kept, and asks before it is less', async () => {
    await go('Réglages');
    const days = page.getByLabel('Jours');
    await days.fill('quarante');
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    await page.getByText('Indiquez un nombre entier de jours').waitFor();
    await days.fill('45');
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    await page.getByText('Enregistré\u00a0: 45\u00a0jours.').waitFor();
    await days.fill('7');
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    await sound();
    await page.getByRole('button', { name: 'Garder moins longtemps' }).click();
    await page.getByText('Enregistré\u00a0: 7\u00a0jours.').waitFor();
    await page.reload();
    await expect.poll(() => days.inputValue()).toBe('7');
    await sound();
  });

  it('makes a new token, which ends the one before', async () => {
    await page.getByRole('button', { name: 'Créer un nouveau jeton' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Créer un nouveau jeton' }).click();
    const token = await page.getByRole('status', { name: 'Votre nouveau jeton' }).textContent();
    await sound();
    await page.getByRole('button', { name: 'C’est noté' }).click();
    const enter = (held: string | null) =>
      fetch(`${tutor.url}/api/session/trainer`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ token: held }),
      });
    expect((await enter(tutor.trainerToken)).status).toBe(401);
    expect((await enter(token)).status).toBe(200);
    await go('Classes');
  });

  it('has every page reached by name, sound, and within 320 pixels', async () => {
    for (const name of ['Avis', 'Examens', 'Brouillons partagés', 'Documents', 'Vue d’ensemble']) {
      await go(name);
      await sound();
    }
    await page.setViewportSize({ width: 320, height: 700 });
    for (const path of ['', '/unanswered', '/documents', '/classes', '/settings', '/exams']) {
      await page.goto(`${tutor.url}/trainer${path}`);
      await page.getByRole('heading', { level: 2 }).first().waitFor();
      await page.waitForLoadState('networkidle');
      const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect([path, Math.max(0, wider)]).toEqual([path, 0]);
      await sound();
    }
  });
});
