import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseRoute, pathOf, type PageRoute } from './page-route.ts';

const id = fc.option(fc.string({ unit: 'grapheme', minLength: 1 }));
const page = fc
  .array(fc.stringMatching(/^[a-z0-9-]+$/), { maxLength: 3 })
  .map((parts) => parts.join('/'));
const routes: fc.Arbitrary<PageRoute> = fc.oneof(
  id.map((conversationId) => ({ part: 'ask' as const, conversationId })),
  id.map((draftId) => ({ part: 'draft' as const, draftId })),
  fc.constant({ part: 'enter' as const }),
  page.map((name) => ({ part: 'trainer' as const, page: name })),
);

describe('parseRoute', () => {
  it('reads back every address that pathOf writes', () => {
    fc.assert(
      fc.property(routes, (route) => {
        expect(parseRoute(pathOf(route))).toEqual(route);
      }),
    );
  });

  it('never throws, and leads an unknown address to the questions', () => {
    fc.assert(
      fc.property(fc.string(), (path) => {
        expect(() => parseRoute(path)).not.toThrow();
      }),
    );
    for (const path of ['/', '/nowhere', '/c', '/c/%E0%A4%A', '/index.html'])
      expect(parseRoute(path)).toEqual({ part: 'ask', conversationId: null });
  });

  it('forgives a slash at the end', () => {
    expect(parseRoute('/trainer/')).toEqual({ part: 'trainer', page: '' });
    expect(parseRoute('/drafts/')).toEqual({ part: 'draft', draftId: null });
  });
});
