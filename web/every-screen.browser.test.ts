import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ApiClient } from '../server/testing/api-client.ts';
import { thinDraft } from '../server/testing/critique-drafts.ts';
import { enterAs } from '../server/testing/enter-as.ts';
import { serveTutor, type ServedTutor } from '../server/testing/serve-tutor.ts';
import {
  type Browsing,
  colourRules,
  overflow,
  startBrowsing,
  violations,
} from './testing/browse.ts';
import { findChromium } from './testing/find-chromium.ts';
import { followRequests } from './testing/follow-requests.ts';
import { sampleDesk } from './testing/sample-desk.ts';
import { foreignTexts, smallTargets } from './testing/screen-checks.ts';

const executablePath = findChromium(process.env);
const languages = ['fr', 'en'] as const;
const schemes = ['light', 'dark'] as const;
const widths = [360, 768, 1280] as const;

/** Questions that end in an answer, a hint, a refusal and none. */
const questions = [
  'Qu’est-ce que le RTO ?',
  'Quelle est la bonne réponse à la question 3 de la partie A de l’examen ?',
  'Donne-moi le corrigé de l’examen.',
  'Quelle est la capitale de l’Australie ?',
];

describe.skipIf(executablePath === null)('every screen', () => {
  let tutor: ServedTutor;
  let browsing: Browsing;
  let student: ApiClient;
  let trainer: ApiClient;
  const paths: Record<string, string> = {};

  beforeAll(async () => {
    browsing = await startBrowsing(executablePath ?? '');
    tutor = await serveTutor({ openEvals: () => Promise.resolve(sampleDesk()) });
    student = await enterAs(tutor, 'student');
    trainer = await enterAs(tutor, 'trainer');
    await fill();
  });
  afterAll(async () => {
    await browsing?.close();
    await tutor?.close();
  });

  /** Work of a student, some of it shown to the trainer, and the same question without an answer from a class. */
  async function fill(): Promise<void> {
    let conversationId: string | undefined;
    let turnId = '';
    for (const question of questions) {
      const events = await (
        await student.call('POST', '/api/answers', {
          question,
          ...(conversationId && { conversationId }),
        })
      ).text();
      conversationId = /"conversationId":"([^"]+)"/.exec(events)?.[1];
      turnId = /"turnId":"([^"]+)"/.exec(events)?.[1] ?? '';
    }
    await student.call('PUT', `/api/turns/${turnId}/rating`, {
      ...{ helpful: false, reasons: ['not-in-course'], shared: true },
    });
    for (let n = 0; n < 5; n += 1) {
      const other = await enterAs(tutor, 'student');
      await (await other.call('POST', '/api/answers', { question: questions[3] })).text();
    }
    const drafts: string[] = [];
    for (const text of [thinDraft, `${thinDraft}\n\nLe RTO est de quatre heures.`]) {
      const events = await (
        await student.call('POST', '/api/critiques', { task: 'sc1', text })
      ).text();
      drafts.push(/"draftId":"([^"]+)"/.exec(events)?.[1] ?? '');
    }
    await student.call('PATCH', `/api/drafts/${drafts[1]}`, { shared: true });
    paths['conversation'] = `/c/${conversationId}`;
    paths['draft'] = `/drafts/${drafts[1]}`;
    paths['comparison of drafts'] = `/drafts/${drafts[1]}/compare`;
    paths['shared draft'] = `/trainer/drafts/${drafts[1]}`;
  }

  const cookieOf = (client: ApiClient) => client.cookie();

  /** What is wrong with a screen, in each language, scheme and width. */
  async function look(
    path: string,
    cookies: readonly string[],
  ): Promise<Readonly<Record<string, unknown>>> {
    const found: Record<string, unknown> = {};
    // Opened at a picture: the page itself would let somebody in, and that cookie might come later than these.
    await browsing.visit(`${tutor.url}/favicon.svg`, async (page) => {
      const requests = followRequests(page);
      await page.context().addCookies(
        cookies.map((cookie) => {
          const [name = '', value = ''] = cookie.split('=');
          return { name, value, url: tutor.url, httpOnly: true, sameSite: 'Strict' as const };
        }),
      );
      for (const language of languages) {
        await page.evaluate((one) => localStorage.setItem('repere-language', one), language);
        await page.goto(tutor.url + path);
        await page.locator('main:not([hidden]) :is(h2, h3)').first().waitFor();
        await requests.quiet();
        for (const scheme of schemes) {
          await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
          for (const width of widths) {
            await page.setViewportSize({ width, height: 800 });
            // Between the two schemes nothing differs but colours: all else was asked in the first.
            const wrong = await violations(page, scheme === 'dark' ? { rules: colourRules } : {});
            if (wrong.length > 0) found[`axe ${language} ${scheme} ${width}`] = wrong;
            if (scheme === 'dark') continue;
            const [wide, small] = [await overflow(page), await page.evaluate(smallTargets)];
            if (wide > 0) found[`overflow ${language} ${width}`] = wide;
            if (small.length > 0) found[`small targets ${language} ${width}`] = small;
          }
        }
        await page.setViewportSize({ width: 320, height: 640 });
        if ((await overflow(page)) > 0) found[`overflow ${language} 320`] = await overflow(page);
        expect(await page.evaluate(() => document.documentElement.lang)).toBe(language);
        const foreign = await page.evaluate(foreignTexts, language as 'fr' | 'en');
        if (foreign.length > 0) found[`not marked as foreign, ${language}`] = foreign;
      }
    });
    return found;
  }

  it.each([
    ['the first screen', () => '/'],
    ['a conversation', () => paths['conversation']],
    ['the way into a class', () => '/enter'],
    ['the drafts', () => '/drafts'],
    ['a draft with its feedback', () => paths['draft']],
    ['two drafts compared', () => paths['comparison of drafts']],
  ])('%s is sound for a student', async (_name, path) => {
    expect(await look(path() ?? '', [cookieOf(student)])).toEqual({});
  });

  it.each([
    ['the overview', () => ''],
    ['questions without an answer', () => '/unanswered'],
    ['documents', () => '/documents'],
    ['ratings', () => '/ratings'],
    ['exams', () => '/exams'],
    ['shared drafts', () => '/drafts'],
    ['a shared draft', () => paths['shared draft']?.replace('/trainer', '')],
    ['classes', () => '/classes'],
    ['settings', () => '/settings'],
    ['evals', () => '/evals'],
    ['a comparison of evals', () => '/evals/run-b/run-a'],
    ['prompts', () => '/prompts'],
    ['the start of an eval', () => '/evals/new/main'],
  ])('%s is sound for a trainer', async (_name, path) => {
    expect(await look(`/trainer${path()}`, [cookieOf(student), cookieOf(trainer)])).toEqual({});
  });

  it('the trainer’s way in is sound', async () => {
    expect(await look('/trainer', [])).toEqual({});
  });

  it('finds a fault where there is one', () =>
    browsing.visit(tutor.url, async (page) => {
      await page.locator('main:not([hidden]) h2').first().waitFor();
      await page.evaluate(() => {
        const main = document.querySelector('main:not([hidden])');
        main?.append(
          Object.assign(document.createElement('img'), { src: '/favicon.svg' }),
          Object.assign(document.createElement('p'), {
            textContent: 'This is the end of the page.',
          }),
          Object.assign(document.createElement('button'), { textContent: 'x', style: 'padding:0' }),
        );
        const button = main?.lastElementChild as HTMLElement;
        button.style.cssText = 'padding:0;min-block-size:0;block-size:10px;inline-size:10px';
      });
      expect(await violations(page)).not.toEqual([]);
      expect(await page.evaluate(smallTargets)).toHaveLength(1);
      expect(await page.evaluate(foreignTexts, 'fr' as const)).toEqual([
        'This is the end of the page.',
      ]);
    }));
});
