import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumFlags, findChromium } from '../../web/testing/find-chromium.ts';
import type { SessionView } from '../contract/access.ts';
import type { LogFields } from '../log.ts';
import { serveTutor, type ServedTutor } from '../testing/serve-tutor.ts';
import { listen } from '../terminal/listen.ts';
import { writeFiles } from '../testing/write-files.ts';

/** What a page of another site can do with the session of somebody who is in: nothing. In a real browser. */

const executablePath = findChromium(process.env);

describe.skipIf(executablePath === null)('a page of another site, in a browser', () => {
  let folder = '';
  let tutor: ServedTutor;
  let browser: Browser;
  let page: Page;
  /** Codes of what the tutor refused. */
  const refused: unknown[] = [];
  const other = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html').end('<!doctype html><title>Other</title>');
  });
  let port = '';

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'repere-other-'));
    const webDir = await writeFiles(folder, { 'index.html': '<!doctype html><title>R</title>' });
    const note = (event: string, { code }: LogFields = {}) => {
      if (event === 'request-refused') refused.push(code);
    };
    const log = { debug: note, info: note, warn: note, error: note };
    tutor = await serveTutor({ files: { 'a.md': '# A\n\nUn outil.\n' }, webDir, log });
    port = new URL(await listen(other, { host: '127.0.0.1', port: 0 })).port;
    browser = await chromium.launch({
      executablePath: executablePath ?? '',
      args: [...chromiumFlags],
    });
    page = await browser.newPage();
  });
  afterAll(async () => {
    await browser?.close();
    other.close();
    await tutor?.close();
    await rm(folder, { recursive: true, force: true });
  });

  const session = (method = 'GET', path = '/api/session') =>
    page.evaluate(
      async ([verb, address]) => {
        const headers = { 'content-type': 'application/json' };
        const post = verb === 'POST' && { headers, body: '{}' };
        const response = await fetch(address ?? '', { method: verb ?? '', ...post });
        return (await response.json()) as SessionView;
      },
      [method, path],
    );

  it('cannot read the session, act with it, frame the page, or end it', async () => {
    await page.goto(tutor.url);
    const { student } = await session('POST', '/api/session/student');
    expect(await page.evaluate(() => document.cookie)).toBe('');
    expect((await session()).student?.pseudonym).toBe(student?.pseudonym);

    // Another port of the same address is the same site, so that the cookie is sent; localhost is another site.
    for (const host of ['127.0.0.1', 'localhost']) {
      refused.length = 0;
      await page.goto(`http://${host}:${port}/`);
      const tried = await page.evaluate(async (url) => {
        const outcome = (sent: Promise<Response>) =>
          sent.then(
            ({ type }) => type,
            () => 'refused',
          );
        const credentials = 'include' as const;
        const headers = { 'content-type': 'application/json' };
        return [
          await outcome(fetch(`${url}/api/session`, { credentials })),
          await outcome(fetch(`${url}/api/session`, { credentials, mode: 'no-cors' })),
          await outcome(fetch(`${url}/api/session`, { credentials, method: 'DELETE' })),
          await outcome(
            fetch(`${url}/api/session/student`, {
              credentials,
              method: 'POST',
              headers,
              body: '{}',
            }),
          ),
          await outcome(
            fetch(`${url}/api/student/recovery-code`, {
              ...{ credentials, method: 'POST', mode: 'no-cors', body: '{}' },
            }),
          ),
        ];
      }, tutor.url);
      // A response that another origin may not read is no response, or an opaque one.
      expect([host, ...tried.map((one) => one === 'refused' || one === 'opaque')]).toEqual([
        ...[host, true, true, true, true, true],
      ]);
      // Two were not even sent: the browser asked first, and no other origin is allowed anything.
      expect(refused).toEqual(['not-found', 'not-found', 'forbidden']);
      await page.evaluate((url) => {
        const frame = document.createElement('iframe');
        frame.src = url;
        document.body.append(frame);
        return new Promise((loaded) => frame.addEventListener('load', loaded));
      }, tutor.url);
      await expect.poll(() => page.frames()[1]?.url()).toMatch(/^chrome-error:/);
      await page.evaluate((url) => {
        const form = document.createElement('form');
        Object.assign(form, { method: 'post', action: `${url}/api/session/student` });
        document.body.append(form);
        form.submit();
      }, tutor.url);
      await page.waitForURL('**/api/session/student');
      expect(refused.slice(3)).toEqual(['forbidden']);
    }

    await page.goto(tutor.url);
    expect((await session()).student?.pseudonym).toBe(student?.pseudonym);
  });

  it('nor can a script that was smuggled into the page run there', async () => {
    await page.goto(tutor.url);
    const outcome = await page.evaluate(async () => {
      const tries: readonly (() => unknown)[] = [
        () => (document.body.innerHTML = '<img src=x onerror="window.ran = true">'),
        () => document.write('<script>window.ran = true</script>'),
        () => {
          const script = document.createElement('script');
          script.append('window.ran = true');
          document.body.append(script);
        },
      ];
      const stopped = tries.map((run) => {
        try {
          run();
          return false;
        } catch {
          return true;
        }
      });
      await new Promise((done) => setTimeout(done, 200));
      return { stopped, ran: 'ran' in window };
    });
    expect(outcome).toEqual({ stopped: [true, true, false], ran: false });
  });
});
