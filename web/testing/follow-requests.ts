import type { Page, Request } from 'playwright-core';

/** Counts what a page asks of its server from now on, and waits until it asks nothing more. */
export function followRequests(page: Page): { quiet(): Promise<void> } {
  const open = new Set<Request>();
  page.on('request', (request) => open.add(request));
  page.on('requestfinished', (request) => open.delete(request));
  page.on('requestfailed', (request) => open.delete(request));
  return {
    async quiet() {
      // What came is drawn, and may make the page ask for more: only a page that was drawn three times without is quiet.
      for (let calm = 0; calm < 3; calm = open.size === 0 ? calm + 1 : 0) await page.evaluate(draw);
    },
  };
}

/** Runs in the page. */
const draw = (): Promise<void> =>
  new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)));
