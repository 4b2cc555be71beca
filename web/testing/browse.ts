import { AxeBuilder } from '@axe-core/playwright';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { expect } from 'vitest';
import { chromiumFlags } from './find-chromium.ts';

/** Opens pages of a server in a real browser, each held to what every journey must keep. */
export type Browsing = {
  /** Opens the page in French at an address, hands it over, and then checks what went wrong in it. */
  visit(
    url: string,
    journey: (page: Page) => Promise<void>,
    options?: BrowserContextOptions & { readonly width?: number },
  ): Promise<void>;
  close(): Promise<void>;
};

/**
 * @throws {Error} when the page has not been built
 */
export async function startBrowsing(executablePath: string): Promise<Browsing> {
  if (!existsSync(join(import.meta.dirname, '..', 'dist', 'index.html')))
    throw new Error('web/dist is missing: build the page first (npm run build)');
  const browser: Browser = await chromium.launch({ executablePath, args: [...chromiumFlags] });
  return {
    async visit(url, journey, { width = 1280, ...options } = {}) {
      const viewport = { width, height: 800 };
      const context = await browser.newContext({ locale: 'fr-FR', viewport, ...options });
      const problems: string[] = [];
      const origins = new Set<string>();
      context.on('page', (page) => {
        page.on('pageerror', (error) => problems.push(error.message));
        page.on('console', (line) => {
          // A request that fails is not a problem; a broken policy or an exception is.
          if (line.type() === 'error' && !line.text().startsWith('Failed to load resource'))
            problems.push(line.text());
        });
        page.on('request', (request) => origins.add(new URL(request.url()).origin));
      });
      try {
        const page = await context.newPage();
        await page.goto(url);
        await journey(page);
        expect(problems).toEqual([]);
        expect([...origins]).toEqual([new URL(url).origin]);
      } finally {
        await context.close();
      }
    },
    close: () => browser.close(),
  };
}

/** The rules of axe that read colours, of those that it follows unless told otherwise. */
export const colourRules: readonly string[] = ['color-contrast', 'link-in-text-block'];

/** What axe finds wrong on a page as it is once nothing moves: a colour halfway to another is nobody's colour. */
export async function violations(
  page: Page,
  { rules }: { readonly rules?: readonly string[] } = {},
): Promise<readonly unknown[]> {
  await page.evaluate(standStill);
  // What axe is made of takes longer to read than a look takes: each document is given it once.
  const isThere = await page.evaluate(() => 'axe' in globalThis);
  const builder = new AxeBuilder({ page, ...(isThere && { axeSource: ';' }) });
  const { violations: found } = await builder
    // Legacy mode asks in the page itself, which has no frames: no other page is opened for every look.
    .setLegacyMode(true)
    .options({ resultTypes: ['violations'], ...(rules && { runOnly: [...rules] }) })
    .analyze();
  return found.map(({ id, nodes }) => ({ id, where: nodes.map((node) => node.target.join(' ')) }));
}

/** Waits until every transition has come to its end, and those that it set off; what turns for ever may. Runs in the page. */
async function standStill(): Promise<void> {
  for (;;) {
    await new Promise((drawn) => requestAnimationFrame(drawn));
    const moving = document
      .getAnimations()
      .filter(
        ({ playState, effect }) =>
          playState === 'running' && effect?.getComputedTiming().endTime !== Infinity,
      );
    if (moving.length === 0) return;
    // One that is taken away before its end is refused, and no longer moves either.
    await Promise.allSettled(moving.map(({ finished }) => finished));
  }
}

/** By how many pixels a page is wider than its window. */
export const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

/** Whether an element has the focus. Runs in the page. */
export const isFocused = (element: Element): boolean => element === document.activeElement;

/** Whether an element is inside the window, where the reader sees it. Runs in the page. */
export function isInView(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return top >= 0 && bottom <= innerHeight;
}
