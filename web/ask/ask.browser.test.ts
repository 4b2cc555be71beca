import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scriptedChatModel } from '../../server/testing/scripted-chat-model.ts';
import { serveTutor, type ServedTutor } from '../../server/testing/serve-tutor.ts';
import { ask, chip, field, listen } from '../testing/ask-page.ts';
import { type Browsing, isFocused, startBrowsing, violations } from '../testing/browse.ts';
import { createCuttableProxy } from '../testing/cuttable-proxy.ts';
import { findChromium } from '../testing/find-chromium.ts';

const executablePath = findChromium(process.env);
const question = 'Qu’est-ce que Kafka ?';
const slowly = { timeout: 15_000 };

describe.skipIf(executablePath === null)('conversations, in a browser', () => {
  let tutor: ServedTutor;
  let slow: ServedTutor;
  let browsing: Browsing;
  let held = Promise.resolve();

  /** Keeps the slow answers back, until what it gives is called: the third sentence too, which leaves with the next. */
  function hold(): () => void {
    let letGo = () => {};
    held = new Promise((resolve) => (letGo = resolve));
    return letGo;
  }

  beforeAll(async () => {
    browsing = await startBrowsing(executablePath ?? '');
    tutor = await serveTutor();
    slow = await serveTutor({
      chatModel: scriptedChatModel([
        ...['Une première phrase. ', 100, 'Une deuxième phrase. ', 'Une troisième phrase. '],
        ...[() => held, 'La dernière phrase.'],
      ]),
    });
  });
  afterAll(async () => {
    await browsing?.close();
    await tutor?.close();
    await slow?.close();
  });
  const visit = (journey: (page: Page) => Promise<void>, width = 1280) =>
    browsing.visit(tutor.url, journey, { width });

  const log = (page: Page) => page.getByRole('log');
  const list = (page: Page) => page.getByRole('navigation', { name: 'Conversations' });
  const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });

  /** How often each sentence of the slow answer stands in the conversation. */
  async function sentences(page: Page): Promise<readonly number[]> {
    const text = (await log(page).textContent()) ?? '';
    return ['première', 'deuxième', 'troisième', 'dernière'].map(
      (word) => text.split(`${word} phrase`).length - 1,
    );
  }

  it('keeps conversations: begin, come back to by address, rename in place, delete', () =>
    visit(async (page) => {
      await ask(page, question);
      await chip(page).waitFor();
      await page.waitForURL('**/c/*');
      const first = page.url();
      await button(page, 'Nouvelle conversation').click();
      await page.waitForURL(tutor.url + '/');
      expect(await log(page).textContent()).toBe('');
      await ask(page, 'Quels sont les livrables du projet 2 ?');
      await chip(page).waitFor();
      await list(page).getByRole('link', { name: question }).click();
      await page.waitForURL(first);
      await chip(page).waitFor();
      expect(await violations(page)).toEqual([]);

      await button(page, `Renommer « ${question} »`).click();
      await page.getByRole('textbox', { name: 'Titre de la conversation' }).fill('Révision');
      await page.keyboard.press('Enter');
      await list(page).getByRole('link', { name: 'Révision' }).waitFor();
      await page.reload();
      await chip(page).waitFor();
      await list(page).getByRole('link', { name: 'Révision' }).waitFor();

      await button(page, 'Supprimer « Révision »').click();
      expect(await violations(page)).toEqual([]);
      await page
        .getByRole('dialog')
        .getByRole('button', { name: 'Supprimer', exact: true })
        .click();
      await page.waitForURL(tutor.url + '/');
      await page.goto(first);
      await page.getByText('n’est plus sur le serveur').waitFor();
      await page
        .getByRole('main')
        .getByRole('button', { name: 'Nouvelle conversation' })
        .last()
        .click();
      await page.waitForURL(tutor.url + '/');
    }));

  it('keeps what is typed through a reload, for each conversation', () =>
    visit(async (page) => {
      await field(page).fill('Une question en cours');
      await page.reload();
      await field(page).waitFor();
      expect(await field(page).inputValue()).toBe('Une question en cours');
      await ask(page, question);
      await chip(page).waitFor();
      await field(page).fill('La suite');
      await button(page, 'Nouvelle conversation').click();
      expect(await field(page).inputValue()).toBe('');
      await page.goBack();
      await expect.poll(() => field(page).inputValue()).toBe('La suite');
    }));

  it('edits the last question in its place, and asks it again', () =>
    visit(async (page) => {
      await ask(page, 'Qu’est-ce que Kafka');
      await chip(page).waitFor();
      await button(page, 'Modifier la question').click();
      expect(await field(page).inputValue()).toBe('Qu’est-ce que Kafka');
      await ask(page, 'Quelle est la différence entre le RPO et le RTO ?');
      await chip(page).waitFor();
      await expect.poll(() => log(page).getByRole('heading', { level: 2 }).count()).toBe(1);
      await button(page, 'Poser de nouveau la question').click();
      await chip(page).waitFor();
      await page.reload();
      await chip(page).waitFor();
      expect(await log(page).getByRole('heading', { level: 2 }).allTextContents()).toEqual([
        expect.stringContaining('RPO'),
      ]);
    }));

  it('can be used whole by the keyboard', () =>
    visit(async (page) => {
      await field(page).waitFor();
      const reach = async (target: Locator, key = 'Tab') => {
        for (let presses = 0; presses < 60; presses += 1) {
          if ((await target.count()) > 0 && (await target.evaluate(isFocused))) return;
          await page.keyboard.press(key);
        }
        throw new Error(`${String(target)} cannot be reached by the keyboard`);
      };
      await page.keyboard.press('Tab');
      expect(await page.getByRole('link', { name: 'Aller au contenu' }).evaluate(isFocused)).toBe(
        true,
      );
      await page.keyboard.press('Enter');
      await reach(field(page));
      await page.keyboard.type(question);
      await page.keyboard.press('Enter');
      await chip(page).waitFor();
      await button(page, 'Cette réponse m’aide').first().waitFor();
      await reach(chip(page), 'Shift+Tab');
      await page.getByRole('tooltip').waitFor();
      await page.keyboard.press('Enter');
      await page.locator('mark').first().waitFor();
      await reach(button(page, 'Fermer'));
      await page.keyboard.press('Enter');
      await expect.poll(() => chip(page).evaluate(isFocused)).toBe(true);
      await reach(button(page, 'Cette réponse ne m’aide pas'));
      await page.keyboard.press('Space');
      await reach(page.getByLabel('Pas clair'));
      await page.keyboard.press('Space');
      expect(await page.getByLabel('Pas clair').isChecked()).toBe(true);
      await reach(page.locator('.menu summary'), 'Shift+Tab');
      await page.keyboard.press('Enter');
      await reach(page.getByRole('link', { name: 'En texte (Markdown)' }));
      await page.keyboard.press('Escape');
      expect(await page.locator('.menu summary').evaluate(isFocused)).toBe(true);
      await reach(button(page, /^Renommer/), 'Shift+Tab');
      await page.keyboard.press('Enter');
      await page.keyboard.type('Clavier');
      await page.keyboard.press('Enter');
      await list(page).getByRole('link', { name: 'Clavier' }).waitFor();
      await expect.poll(() => button(page, /^Renommer/).evaluate(isFocused)).toBe(true);
      await reach(button(page, /^Supprimer/));
      await page.keyboard.press('Enter');
      await reach(page.getByRole('dialog').getByRole('button', { name: 'Annuler' }));
      await page.keyboard.press('Escape');
      await expect.poll(() => button(page, /^Supprimer/).evaluate(isFocused)).toBe(true);
    }));

  it('rates an answer with reasons, shares nothing by itself, and remembers', () =>
    visit(async (page) => {
      await ask(page, question);
      await chip(page).waitFor();
      await button(page, 'Cette réponse ne m’aide pas').click();
      const share = page.getByLabel('Montrer cette question et sa réponse à mon formateur');
      expect(await share.isChecked()).toBe(false);
      await page.getByLabel('Trop long').check();
      expect(await violations(page)).toEqual([]);
      await page.reload();
      await chip(page).waitFor();
      const pressed = button(page, 'Cette réponse ne m’aide pas');
      expect(await pressed.getAttribute('aria-pressed')).toBe('true');
      await button(page, 'Préciser').click();
      expect(await page.getByLabel('Trop long').isChecked()).toBe(true);
    }));

  it('stops at once, keeps what came and the focus, and offers to try again', () =>
    browsing.visit(slow.url, async (page) => {
      const letGo = hold();
      await ask(page, question);
      await log(page).getByText('Une première phrase').waitFor();
      await button(page, 'Arrêter').click();
      await button(page, 'Envoyer').waitFor({ timeout: 1_000 });
      const said = () => page.getByRole('status').first().textContent();
      await expect.poll(said).toBe('Réponse arrêtée');
      expect(await field(page).evaluate(isFocused)).toBe(true);
      expect((await sentences(page))[0]).toBe(1);
      letGo();
      await button(page, 'Réessayer').click();
      await log(page).getByText('La dernière phrase').waitFor();
      expect(await sentences(page)).toEqual([1, 1, 1, 1]);
    }));

  it('goes on with an answer after a reload, without a gap or a double', () =>
    browsing.visit(slow.url, async (page) => {
      const letGo = hold();
      await ask(page, question);
      await log(page).getByText('Une deuxième phrase').waitFor();
      await page.reload();
      await log(page).getByText('Une deuxième phrase').waitFor();
      expect(await sentences(page)).toEqual([1, 1, 0, 0]);
      letGo();
      await log(page).getByText('La dernière phrase').waitFor();
      expect(await sentences(page)).toEqual([1, 1, 1, 1]);
    }));

  it('goes on by itself after the network was cut, saying so no more than three times', async () => {
    const proxy = await createCuttableProxy(slow.url);
    try {
      await browsing.visit(proxy.url, async (page) => {
        await field(page).waitFor();
        const announced = await listen(page);
        const letGo = hold();
        await ask(page, question);
        await log(page).getByText('Une première phrase').waitFor();
        proxy.cut();
        await page.getByText('La connexion a été coupée').waitFor();
        expect((await sentences(page))[0]).toBe(1);
        letGo();
        proxy.mend();
        await log(page).getByText('La dernière phrase').waitFor();
        expect(await sentences(page)).toEqual([1, 1, 1, 1]);
        const end = async () => (await announced()).at(-1);
        await expect.poll(end, slowly).toMatch(/^(Réponse terminée|Question sans réponse)/);
        expect((await announced()).length).toBeLessThanOrEqual(3);
      });
    } finally {
      await proxy.close();
    }
  });

  it('keeps what came when the network stays away, and resumes by one button', async () => {
    const proxy = await createCuttableProxy(slow.url);
    try {
      await browsing.visit(proxy.url, async (page) => {
        // The page tries by itself for a quarter of a minute, which passes faster here.
        await page.clock.install();
        const letGo = hold();
        await ask(page, question);
        await log(page).getByText('Une première phrase').waitFor();
        proxy.cut();
        letGo();
        const resume = async () => {
          await page.clock.runFor(1_000);
          return button(page, 'Reprendre').count();
        };
        await expect.poll(resume, { timeout: 30_000 }).toBe(1);
        expect((await sentences(page))[0]).toBe(1);
        proxy.mend();
        await button(page, 'Reprendre').click();
        await log(page).getByText('La dernière phrase').waitFor();
        expect(await sentences(page)).toEqual([1, 1, 1, 1]);
      });
    } finally {
      await proxy.close();
    }
  });

  it('shows one conversation in two tabs, which follow each other', () =>
    browsing.visit(slow.url, async (page) => {
      await ask(page, question);
      await log(page).getByText('La dernière phrase').waitFor();
      await page.waitForURL('**/c/*');
      const other = await page.context().newPage();
      await other.goto(page.url());
      await log(other).getByText('La dernière phrase').waitFor();
      await field(other).fill('Tapé ailleurs');
      await ask(page, 'Et ensuite ?');
      await log(other).getByText('Et ensuite ?').waitFor();
      for (const one of [page, other]) {
        await expect.poll(() => sentences(one), slowly).toEqual([2, 2, 2, 2]);
        expect(await log(one).getByRole('heading', { level: 2 }).count()).toBe(2);
      }
      expect(await field(other).inputValue()).toBe('Tapé ailleurs');
    }));
});
