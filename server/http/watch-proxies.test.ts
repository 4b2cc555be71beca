import type { Request, Response } from 'express';
import { describe, expect, it } from 'vitest';
import { watchProxies } from './watch-proxies.ts';

/** What is logged of requests with, and without, the header of a proxy. */
function logged(trustedProxies: number, forwarded: readonly (string | undefined)[]) {
  const events: string[] = [];
  const note = (event: string) => void events.push(event);
  const watch = watchProxies(trustedProxies, { debug: note, info: note, warn: note, error: note });
  let passed = 0;
  for (const one of forwarded) {
    const request = { headers: one === undefined ? {} : { 'x-forwarded-for': one } } as Request;
    void watch(request, {} as Response, () => (passed += 1));
  }
  expect(passed).toBe(forwarded.length);
  return events;
}

describe('watchProxies', () => {
  it('is silent where the proxies are those of the settings', () => {
    expect(logged(0, [undefined, undefined])).toEqual([]);
    expect(logged(1, ['192.0.2.1', '192.0.2.2'])).toEqual([]);
  });

  it('says once that no setting names a proxy, or that one names nobody', () => {
    expect(logged(0, [undefined, '192.0.2.1', '192.0.2.1'])).toEqual(['proxy-unknown']);
    expect(logged(1, ['192.0.2.1', undefined, undefined])).toEqual(['proxy-silent']);
  });
});
