import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { thinDraft } from '../../server/testing/critique-drafts.ts';
import { draftCourse } from '../../server/testing/draft-course.ts';
import {
  createModelEndpoint,
  finish,
  json,
  type ModelEndpoint,
  type Reply,
  texts,
} from '../../server/testing/model-endpoint.ts';
import { replyOf, replyOn } from '../../server/testing/model-replies.ts';
import { serveTutor, type ServedTutor } from '../../server/testing/serve-tutor.ts';
import { type Browsing, startBrowsing, violations } from '../testing/browse.ts';
import { findChromium } from '../testing/find-chromium.ts';

const executablePath = findChromium(process.env);
const ids = ['donnees', 'traitements', 'utilisations', 'lien_objectif', 'contrainte_specifique'];
const objects = ids.map((id) => replyOn(id));
const whole = replyOf(objects);
/** Where so many criteria of the reply are closed. */
const endOf = (count: number): number =>
  count === 0 ? 20 : replyOf(objects.slice(0, count)).indexOf('],"contradictions');

/** A reply that comes as far as the test lets it. */
function heldReply(counts: readonly number[], text = whole) {
  const gates = counts.map(() => {
    let open = (): void => {};
    return { opened: new Promise<void>((resolve) => (open = resolve)), open: () => open() };
  });
  const places = counts.map(endOf);
  const steps = counts.flatMap((_, at) => [
    ...texts(text.slice(places[at - 1] ?? 0, places[at])),
    { until: gates[at]!.opened },
  ]);
  const reply: Reply = { steps: [...steps, ...texts(text.slice(places.at(-1))), ...finish()] };
  return { reply, go: (at: number) => gates[at]!.open() };
}

describe.skipIf(executablePath === null)('a draft that a slow model reads, in a browser', () => {
  let endpoint: ModelEndpoint;
  let tutor: ServedTutor;
  let browsing: Browsing;
  beforeAll(async () => {
    endpoint = await createModelEndpoint();
    const settings = { OPENAI_BASE_URL: endpoint.baseUrl, CHAT_MODEL: 'slow' };
    tutor = await serveTutor({ settings, files: await draftCourse('sc1') });
    browsing = await startBrowsing(executablePath ?? '');
  });
  afterAll(async () => {
    await browsing?.close();
    await tutor?.close();
    await endpoint?.close();
  });

  const visit = (journey: (page: Page) => Promise<void>) =>
    browsing.visit(`${tutor.url}/drafts`, journey, { reducedMotion: 'reduce' });

  /** Keeps what the status says and how many criteria are read, as they change, also over a reload. */
  const watch = (page: Page) =>
    page.addInitScript(() => {
      const seen = JSON.parse(sessionStorage.getItem('seen') ?? '{"said":[],"read":[]}') as {
        said: string[];
        read: number[];
      };
      const note = <One>(list: One[], one: One) => {
        if (one !== list.at(-1)) list.push(one);
      };
      new MutationObserver(() => {
        const said = document.querySelector('main [role=status]')?.textContent ?? '';
        if (said !== '') note(seen.said, said);
        if (document.querySelector('.progress-list'))
          note(seen.read, document.querySelectorAll('.progress-list .done').length);
        sessionStorage.setItem('seen', JSON.stringify(seen));
      }).observe(document, {
        subtree: true,
        childList: true,
        characterData: true,
        attributes: true,
      });
    });
  const seen = (page: Page) =>
    page.evaluate(
      () => JSON.parse(sessionStorage.getItem('seen')!) as { said: string[]; read: number[] },
    );

  async function hand(page: Page, text: string): Promise<void> {
    await watch(page);
    await page.reload();
    await page.getByRole('combobox', { name: 'Tâche' }).selectOption('sc1');
    await page.getByRole('textbox', { name: 'Votre brouillon' }).fill(text);
    await page.getByRole('button', { name: 'Demander un retour' }).click();
    await page.waitForURL(/\/drafts\/[0-9a-f-]{36}$/);
  }
  const isRead = (page: Page) =>
    page.getByRole('heading', { name: 'Critère par critère' }).waitFor();
  const states = (page: Page) => page.locator('.progress-state').allTextContents();
  const bar = (page: Page) => page.getByRole('progressbar');

  it('shows each criterion as it is read, through a reload and a cut network, and no word before the check', () =>
    visit(async (page) => {
      const { reply, go } = heldReply([0, 1, 3, 5]);
      endpoint.script(reply);
      await hand(page, thinDraft);
      await page.getByText('Lecture du premier critère…').waitFor();
      expect(await bar(page).getAttribute('value')).toBeNull();
      expect(await bar(page).evaluate((one) => getComputedStyle(one).animationName)).toBe('none');
      expect(await states(page)).toEqual(['en cours', ...Array<string>(5).fill('en attente')]);

      go(0);
      await page.getByText('1 critère lu sur 5').waitFor();
      expect(await bar(page).getAttribute('value')).toBe('1');
      go(1);
      await page.getByText('3 critères lus sur 5').waitFor();
      expect(await violations(page)).toEqual([]);
      expect(await page.locator('main').innerHTML()).not.toContain('du modèle');

      await page.reload();
      await page.getByText('3 critères lus sur 5').waitFor();
      await page.context().setOffline(true);
      go(2);
      await page.waitForTimeout(300);
      await page.context().setOffline(false);
      await page.getByText('5 critères lus sur 5').waitFor();
      expect(await states(page)).toEqual([...Array<string>(5).fill('lu'), 'en cours']);

      go(3);
      await isRead(page);
      await page.getByText('Une phrase du modèle.').first().waitFor();
      const { said } = await seen(page);
      expect(new Set(said)).toEqual(new Set([said[0], expect.stringMatching(/^Retour prêt, \d/)]));
      expect(said.length).toBeLessThanOrEqual(3);
    }));

  it('never goes back where a reply does not fit and is asked for again', () =>
    visit(async (page) => {
      const unfit = whole.replace('"contradictions":[]', '"contradictions":7');
      const first = heldReply([2], unfit);
      const second = heldReply([0, 1]);
      endpoint.script(first.reply, second.reply);
      await hand(page, `${thinDraft}\nUne version de plus.`);
      await page.getByText('2 critères lus sur 5').waitFor();
      first.go(0);
      await page.getByText('5 critères lus sur 5').waitFor();
      second.go(0);
      second.go(1);
      await isRead(page);
      const { read } = await seen(page);
      expect(read).toEqual([...read].sort((a, b) => a - b));
    }));

  it('reads all the same where the endpoint does not stream', () =>
    visit(async (page) => {
      const message = { role: 'assistant', content: whole };
      endpoint.script(json(200, { choices: [{ message, finish_reason: 'stop' }] }));
      await hand(page, `${thinDraft}\nEncore une version.`);
      await isRead(page);
      expect(await page.getByText('Une phrase du modèle.').count()).toBeGreaterThan(0);
    }));
});
