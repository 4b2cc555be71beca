import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inOrder, toUnitVectors } from './unit-vectors.ts';

const finite = fc.double({ noNaN: true, noDefaultInfinity: true });
const unusable = expect.objectContaining({ failure: { kind: 'unusable-vectors' } });

describe('toUnitVectors', () => {
  it('gives every vector the length 1, however large or small its numbers', () => {
    const row = fc
      .array(finite, { minLength: 3, maxLength: 3 })
      .filter((each) => each.some(Boolean));
    fc.assert(
      fc.property(fc.array(row), (rows) => {
        for (const vector of toUnitVectors(rows)) expect(Math.hypot(...vector)).toBeCloseTo(1, 5);
      }),
    );
  });

  it('keeps directions', () => {
    expect(toUnitVectors([[3, -4]])).toEqual([Float32Array.of(0.6, -0.8)]);
  });

  it.each<[string, unknown[]]>([
    ['NaN', [[1, NaN]]],
    ['infinity', [[1, Infinity]]],
    ['null', [[1, null]]],
    [
      'zeros',
      [
        [1, 0],
        [0, 0],
      ],
    ],
    ['two lengths', [[1, 0], [1]]],
    ['an empty vector', [[]]],
    ['base64', ['AACAPw==']],
    ['nothing', [undefined]],
  ])('refuses %s', (_, rows) => {
    expect(() => toUnitVectors(rows)).toThrow(unusable);
  });
});

describe('inOrder', () => {
  it('undoes any shuffle', () => {
    const rows = fc
      .nat(40)
      .map((count) => Array.from({ length: count }, (_, index) => ({ index })));
    const shuffled = rows.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    );
    fc.assert(
      fc.property(shuffled, ([all, some]) => {
        expect(inOrder(some, all.length)).toEqual(all);
      }),
    );
  });

  it('keeps the order of rows without an index', () => {
    const rows: { readonly index?: number; readonly name: string }[] = [
      { name: 'a' },
      { name: 'b' },
    ];
    expect(inOrder(rows, 2)).toEqual(rows);
  });

  it.each([
    [[{ index: 0 }], 2],
    [[{ index: 0 }, { index: 0 }], 2],
    [[{ index: 1 }, { index: 2 }], 2],
    [[{ index: -1 }, { index: 0 }], 2],
    [[{ index: 0.5 }, { index: 0 }], 2],
  ])('refuses %j for %i texts', (rows, count) => {
    expect(() => inOrder(rows, count)).toThrow(unusable);
  });
});
