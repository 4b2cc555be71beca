import { describe, expect, it } from 'vitest';
import { covers } from './relevance.ts';

const gold = { documentId: 'kafka', start: 100, end: 200, grade: 2 } as const;

describe('covers', () => {
  it.each([
    [100, 200, true],
    [0, 1000, true],
    [0, 150, true],
    [0, 149, false],
    [151, 300, false],
    [120, 170, true],
    [200, 300, false],
    [0, 100, false],
  ])('judges the chunk %i–%i of the gold 100–200 as %s', (start, end, expected) => {
    expect(covers({ documentId: 'kafka', start, end }, gold)).toBe(expected);
  });

  it('keeps documents apart', () => {
    expect(covers({ documentId: 'spark', start: 100, end: 200 }, gold)).toBe(false);
  });
});
