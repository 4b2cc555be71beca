import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask, field } from '../../web/testing/ask-page.ts';
import { type Browsing, startBrowsing } from '../../web/testing/browse.ts';
import { findChromium } from '../../web/testing/find-chromium.ts';
import { scriptedChatModel } from '../testing/scripted-chat-model.ts';
import { serveTutor, type ServedTutor } from '../testing/serve-tutor.ts';
import { createTlsProxy, type TlsProxy } from '../testing/tls-proxy.ts';
import { wideLimits } from '../testing/wide-limits.ts';

/** The page in a real browser, through a proxy that speaks TLS. */

const executablePath = findChromium(process.env);
const wrongCodes = 4;

describe.skipIf(executablePath === null)('behind TLS, in a browser', () => {
  let proxy: TlsProxy;
  let tutor: ServedTutor;
  let browsing: Browsing;

  beforeAll(async () => {
    browsing = await startBrowsing(executablePath ?? '');
    proxy = await createTlsProxy();
    const rate = { limit: wrongCodes, windowMs: 60_000 };
    tutor = await serveTutor({
      files: { 'kafka.md': '# Kafka\n\nKafka est une plateforme.\n' },
      settings: { PUBLIC_URL: proxy.url, TRUST_PROXY: '1' },
      limits: { ...wideLimits, guesses: { perAddress: rate, inAll: { ...rate, limit: 999 } } },
      chatModel: scriptedChatModel([
        ...['Une première phrase. ', 700, 'Une deuxième phrase. ', 700, 'La dernière phrase.'],
      ]),
    });
    proxy.leadTo(tutor.url);
  });
  afterAll(async () => {
    await browsing?.close();
    await tutor?.close();
    await proxy?.close();
  });
  const visit = (journey: (page: Page) => Promise<void>) =>
    browsing.visit(proxy.url, journey, { ignoreHTTPSErrors: true });

  /** What the server answers a code with, sent by the page with an address of its choice. */
  const guess = (page: Page, address: string) =>
    page.evaluate(async (forged) => {
      const headers = { 'content-type': 'application/json', 'x-forwarded-for': forged };
      const body = JSON.stringify({ code: 'ABCD-EFGH-JKLM' });
      return (await fetch('/api/session/student', { method: 'POST', headers, body })).status;
    }, address);

  it('lets a student in, streams the answer as it is written, and resumes it after a cut', () =>
    visit(async (page) => {
      const log = page.getByRole('log');
      const { code = '' } = tutor.service.firstSecrets.classCode ?? {};
      await page.getByLabel('Code de la classe').fill(code);
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: 'Entrer sous ce pseudonyme' }).click();
      await page.getByRole('button', { name: 'Je l’ai noté' }).click();
      await field(page).waitFor();
      expect(await page.context().cookies()).toMatchObject([
        { name: '__Host-repere-student', secure: true, httpOnly: true, sameSite: 'Strict' },
      ]);

      await ask(page, 'Qu’est-ce que Kafka ?');
      await log.getByText('Une première phrase').waitFor();
      expect(await log.textContent()).not.toContain('La dernière phrase');
      proxy.cut();
      await page.getByText('La connexion a été coupée').waitFor();
      proxy.mend();
      await log.getByText('La dernière phrase').waitFor();
      const text = (await log.textContent()) ?? '';
      for (const word of ['première', 'deuxième', 'dernière'])
        expect([word, text.split(`${word} phrase`).length - 1]).toEqual([word, 1]);
    }));

  it('counts wrong codes of a browser as one address, whatever address it claims', () =>
    visit(async (page) => {
      const statuses: number[] = [];
      for (let n = 0; n <= wrongCodes; n += 1) statuses.push(await guess(page, `192.0.2.${n}`));
      expect(statuses).toEqual([...Array<number>(wrongCodes).fill(401), 429]);
    }));
});
