import { describe, expect, it } from 'vitest';
import { costOf, readPriceTable, usageOf } from './price-table.ts';

const prices = { small: { in: 0.5, out: 2, readOn: '2026-11-25' } };

describe('costOf', () => {
  it('counts a million tokens in and out at their prices', () => {
    expect(costOf({ in: 2_000_000, out: 1_000_000 }, 'small', prices)).toBe(3);
    expect(costOf({ in: 1, out: 1 }, 'constructor', prices)).toBeNull();
    expect(costOf({ in: 1, out: 1 }, 'unknown', prices)).toBeNull();
  });
});

describe('usageOf', () => {
  it('says that tokens are estimated', () => {
    expect(usageOf({ charactersIn: 35, charactersOut: 7 }, 'small', prices)).toEqual({
      ...{ in: 10, out: 2, estimated: true, costUsd: (10 * 0.5 + 2 * 2) / 1_000_000 },
    });
  });
});

describe('prices.yaml', () => {
  it('holds the models that cost nothing', async () => {
    expect(await readPriceTable()).toMatchObject({ offline: { in: 0, out: 0 } });
  });
});
