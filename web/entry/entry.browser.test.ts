import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ClassView, ClassWithCode } from '../../server/contract/classes.ts';
import { enterAsTrainer } from '../../server/testing/ask-server.ts';
import { serveTutor, type ServedTutor } from '../../server/testing/serve-tutor.ts';
import { ask, chip, field } from '../testing/ask-page.ts';
import {
  type Browsing,
  isFocused,
  overflow,
  startBrowsing,
  violations,
} from '../testing/browse.ts';
import { findChromium } from '../testing/find-chromium.ts';

const executablePath = findChromium(process.env);

describe.skipIf(executablePath === null)('the way in, in a browser', () => {
  let tutor: ServedTutor;
  let browsing: Browsing;
  let code: string;

  beforeAll(async () => {
    browsing = await startBrowsing(executablePath ?? '');
    tutor = await serveTutor();
    const cookie = await enterAsTrainer(tutor.url, tutor.trainerToken);
    const send = async (method: string, path: string, body: object) => {
      const headers = { cookie, 'content-type': 'application/json' };
      const address = `${tutor.url}/api/trainer/classes${path}`;
      const response = await fetch(address, { method, headers, body: JSON.stringify(body) });
      return (await response.json()) as unknown;
    };
    ({ code } = (await send('POST', '', { name: 'Session de mars' })) as ClassWithCode);
    const listed = await fetch(`${tutor.url}/api/trainer/classes`, { headers: { cookie } });
    for (const { id, open } of (await listed.json()) as ClassView[])
      if (open) await send('PATCH', `/${id}`, { open: false });
  });
  afterAll(async () => {
    await browsing?.close();
    await tutor?.close();
  });
  const visit = (journey: (page: Page) => Promise<void>, path = '/', width = 1280) =>
    browsing.visit(tutor.url + path, journey, { width });
  const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });

  it('lets a student in by a code and a pseudonym, and back by the recovery code', () =>
    visit(
      async (page) => {
        const codeField = page.getByLabel('Code de la classe');
        await codeField.fill('PAS-LE-BON-CODE');
        await page.keyboard.press('Enter');
        await page.getByText('Ce code n’est pas valable').waitFor();
        expect(await codeField.evaluate(isFocused)).toBe(true);
        expect(await violations(page)).toEqual([]);
        // Typed as it comes on a phone.
        await codeField.fill(code.toLowerCase().replaceAll('-', ' '));
        await button(page, 'Continuer').click();
        await page.getByRole('heading', { name: 'Choisissez un pseudonyme' }).waitFor();
        expect(await violations(page)).toEqual([]);
        expect(await overflow(page)).toBeLessThanOrEqual(0);
        const second = page.getByRole('radio').nth(1);
        await second.check();
        await button(page, 'Entrer sous ce pseudonyme').click();
        const secret = await page.getByLabel('Code de reprise').textContent();
        expect(await violations(page)).toEqual([]);
        await button(page, 'Je l’ai noté').click();
        await ask(page, 'Qu’est-ce que Kafka ?');
        await chip(page).waitFor();

        await button(page, 'Mon accès').click();
        expect(await violations(page)).toEqual([]);
        const pseudonym = await page.locator('.who dd').first().textContent();
        await button(page, 'Se déconnecter').click();
        await page.getByRole('dialog').getByRole('button', { name: 'Se déconnecter' }).click();
        await page.getByText('Déconnexion effectuée').waitFor();
        await button(page, 'J’ai un code de reprise').click();
        await page.getByLabel('Code de reprise').fill(secret ?? '');
        await button(page, 'Revenir').click();
        await field(page).waitFor();
        await button(page, 'Conversations').click();
        await page.getByRole('dialog').getByRole('link', { name: /Kafka/ }).waitFor();
        await button(page, 'Fermer').click();
        await button(page, 'Mon accès').click();
        expect(await page.locator('.who dd').first().textContent()).toBe(pseudonym);
      },
      '/',
      390,
    ));

  it('offers a class that asks for a code to somebody who is in the open one', async () => {
    const open = await serveTutor();
    const cookie = await enterAsTrainer(open.url, open.trainerToken);
    const made = await fetch(`${open.url}/api/trainer/classes`, {
      ...{ method: 'POST', headers: { cookie, 'content-type': 'application/json' } },
      body: JSON.stringify({ name: 'Session de mai' }),
    });
    const { code: other } = (await made.json()) as ClassWithCode;
    try {
      await browsing.visit(open.url, async (page) => {
        await field(page).waitFor();
        await page.getByRole('link', { name: 'J’ai un code de classe' }).click();
        await page.getByText('Vous êtes dans la classe').waitFor();
        expect(await violations(page)).toEqual([]);
        await page.getByRole('link', { name: 'Rester dans la classe' }).click();
        await field(page).waitFor();
        await page.goBack();
        await page.getByLabel('Code de la classe').fill(other);
        await button(page, 'Continuer').click();
        await button(page, 'Entrer sous ce pseudonyme').click();
        await button(page, 'Je l’ai noté').click();
        await field(page).waitFor();
        await button(page, 'Mon accès').click();
        await page.getByText('Session de mai').waitFor();
      });
      await browsing.visit(`${open.url}/enter`, async (page) => {
        await button(page, 'J’ai un code de classe').click();
        await button(page, 'Continuer sans code').click();
        await button(page, 'Continuer sans code').click();
        await field(page).waitFor();
      });
    } finally {
      await open.close();
    }
  });

  it('lets a trainer in by the token, and nobody else', () =>
    visit(async (page) => {
      await page.getByLabel('Jeton du formateur').fill('faux');
      await page.keyboard.press('Enter');
      await page.getByText('Ce jeton n’est pas valable').waitFor();
      expect(await violations(page)).toEqual([]);
      await page.getByLabel('Jeton du formateur').fill(tutor.trainerToken);
      await page.keyboard.press('Enter');
      await page.getByRole('link', { name: 'Formateur' }).waitFor();
      await page.getByLabel('Jeton du formateur').waitFor({ state: 'detached' });
    }, '/trainer'));

  it('shows the way in again when the access has ended', () =>
    visit(async (page) => {
      const enter = async () => {
        await page.getByLabel('Code de la classe').fill(code);
        await button(page, 'Continuer').click();
        await button(page, 'Entrer sous ce pseudonyme').click();
      };
      await enter();
      await button(page, 'Je l’ai noté').click();
      await field(page).waitFor();
      await page.context().clearCookies();
      await ask(page, 'Qu’est-ce que Kafka ?');
      await page.getByText('Votre accès sur ce navigateur a pris fin').waitFor();
      expect(await page.getByLabel('Code de la classe').inputValue()).toBe('');
    }));

  it('deletes everything of a student, and says so', () =>
    visit(async (page) => {
      await page.getByLabel('Code de la classe').fill(code);
      await button(page, 'Continuer').click();
      await button(page, 'Entrer sous ce pseudonyme').click();
      await button(page, 'Je l’ai noté').click();
      await field(page).fill('Un texte tapé');
      await button(page, 'Mon accès').click();
      await button(page, 'Tout supprimer et quitter la classe').click();
      await button(page, 'Tout supprimer').click();
      await page.getByText('tout ce qui vous concerne a été supprimé').waitFor();
      const kept = await page.evaluate(() => JSON.stringify([localStorage, sessionStorage]));
      expect(kept).not.toContain('Un texte tapé');
    }));
});
