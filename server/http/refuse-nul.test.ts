import type { Request, Response } from 'express';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { processorMs } from '../testing/processor-ms.ts';
import { checkNoNul, refuseNul } from './refuse-nul.ts';

describe('checkNoNul', () => {
  it('refuses a text with U+0000 in it, and no other', () => {
    const part = fc.constantFrom('\u0000', '\\', 'u0000', '\\u0000', 'é', '"', 'a');
    const body = fc.record({
      text: fc.array(part, { maxLength: 8 }).map((parts) => parts.join('')),
    });
    fc.assert(
      fc.property(body, (value) => {
        const check = () => checkNoNul(JSON.stringify(value));
        if (value.text.includes('\u0000')) expect(check).toThrow(/control characters/);
        else expect(check).not.toThrow();
      }),
      { numRuns: 500 },
    );
  });

  it('takes no longer over a text of backslashes than over any other', () => {
    const started = processorMs();
    checkNoNul(JSON.stringify('\\'.repeat(500_000)));
    expect(processorMs() - started).toBeLessThan(1_000);
  });
});

describe('refuseNul', () => {
  const refused = (originalUrl: string): boolean => {
    try {
      void refuseNul()({ originalUrl } as Request, {} as Response, () => {});
      return false;
    } catch {
      return true;
    }
  };

  it('refuses an address with U+0000, and no other', () => {
    expect(refused('/api/turns/%00')).toBe(true);
    expect(refused('/api/drafts?q=a%00b')).toBe(true);
    for (const url of ['/api/turns/1', '/api/turns/%2500', '/api/turns/100', '/api/turns/%C3%A9']) {
      expect([url, refused(url)]).toEqual([url, false]);
    }
  });
});
