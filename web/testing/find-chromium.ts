import { existsSync } from 'node:fs';

/** Without them Chromium, started as root and without a network, waits for hosts that it cannot reach. */
export const chromiumFlags: readonly string[] = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/**
 * The Chromium that the browser tests drive: `CHROMIUM_PATH`, else the first of the usual places. Without one the
 * tests are skipped, which is said loudly; in CI that is a failure.
 * @throws {Error} when none is found and `CI` is `true`
 */
export function findChromium(env: NodeJS.ProcessEnv): string | null {
  const named = env['CHROMIUM_PATH'];
  const found = (named ? [named] : usualPlaces).find((path) => existsSync(path)) ?? null;
  if (found !== null) return found;
  const problem = `No Chromium found (looked at ${named ?? usualPlaces.join(', ')}): set CHROMIUM_PATH`;
  if (env['CI'] === 'true') throw new Error(problem);
  console.warn(`\n*** BROWSER TESTS SKIPPED. ${problem} ***\n`);
  return null;
}
