import { describe, expect, it } from 'vitest';
import { resembles, sameFamily } from './likeness.ts';

describe('sameFamily', () => {
  it.each([
    ['anonymis', 'anonym', true],
    ['anonym', 'anonymat', true],
    ['kafka', 'kafkaesque', false],
    ['data', 'dat', false],
  ])('of %j and %j is %j, both ways', (a, b, same) => {
    expect([sameFamily(a, b), sameFamily(b, a)]).toEqual([same, same]);
  });
});

describe('resembles', () => {
  it.each([
    ['partition', 'partitoin', true],
    ['partition', 'partitiom', true],
    ['streaming', 'streming', true],
    ['lac', 'lec', false],
    ['kafka', 'afkak', false],
  ])('takes %j for %j: %j', (stem, word, alike) => {
    expect(resembles(stem, word)).toBe(alike);
  });
});
