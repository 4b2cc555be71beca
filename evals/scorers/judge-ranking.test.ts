import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeRanking } from './judge-ranking.ts';
import type { GoldSpan } from './relevance.ts';

/** Chunks of 100 characters of one document. */
const chunk = (number: number) => ({
  documentId: 'd',
  start: number * 100,
  end: number * 100 + 100,
});
const place = (number: number, grade: 1 | 2 = 2): GoldSpan => ({
  documentId: 'd',
  start: number * 100 + 10,
  end: number * 100 + 60,
  grade,
});
const passages = Array.from({ length: 20 }, (_, number) => chunk(number));
const rank = (...numbers: number[]) => numbers.map(chunk);

describe('judgeRanking', () => {
  it('agrees with values computed by hand', () => {
    // Two places that say the same at ranks 2 and 6, and a place that helps, not found.
    const scores = judgeRanking({
      ranking: rank(9, 1, 8, 7, 6, 2),
      gold: [place(1), place(2), place(3, 1)],
      facts: [[0, 1]],
      passages,
    });
    expect(scores.recall).toEqual({ 1: 0, 3: 1 / 3, 5: 1 / 3, 10: 2 / 3 });
    expect(scores.facts).toEqual({ 1: 0, 3: 1, 5: 1, 10: 1 });
    expect(scores.hit).toEqual({ 1: 0, 3: 1, 5: 1, 10: 1 });
    expect(scores.mrr).toBe(0.5);
    // (3/log2 3 + 3/log2 7) / (3 + 3/log2 3 + 1/log2 4) = 2.96141 / 5.39279
    expect(scores.ndcg).toBeCloseTo(0.54914, 4);
    expect(scores.factNdcg).toBeCloseTo(0.63093, 5);
  });

  it('asks for both sides of a difference', () => {
    const gold = [place(1), place(2)];
    const { facts } = judgeRanking({ ranking: rank(1), gold, facts: [[0], [1]], passages });
    expect(facts[5]).toBe(0.5);
  });

  it('is perfect when one chunk covers two places', () => {
    const gold = [place(1), { ...place(1), start: 170, end: 190 }];
    const scores = judgeRanking({ ranking: rank(1), gold, facts: [[0], [1]], passages });
    expect(scores).toMatchObject({ mrr: 1, ndcg: 1, factNdcg: 1 });
    expect(scores.recall[1]).toBe(1);
  });

  it('counts a place once that two chunks cover by half each', () => {
    const gold = [{ documentId: 'd', start: 50, end: 150, grade: 2 } as const];
    const scores = judgeRanking({ ranking: rank(0, 1), gold, facts: [[0]], passages });
    expect(scores).toMatchObject({ ndcg: 1, factNdcg: 1 });
  });

  it('holds a place that no chunk covers against the chunking', () => {
    const gold = [place(1), { documentId: 'other', start: 0, end: 10, grade: 2 } as const];
    const scores = judgeRanking({ ranking: rank(1), gold, facts: [[0], [1]], passages });
    expect(scores.recall[10]).toBe(0.5);
    expect(scores.ndcg).toBeCloseTo(1 / 1.63093, 5);
  });

  it('gives 0 to an empty ranking', () => {
    const scores = judgeRanking({ ranking: [], gold: [place(1)], facts: [[0]], passages });
    expect(scores).toMatchObject({ mrr: 0, ndcg: 0, factNdcg: 0 });
    expect(Object.values(scores.hit)).toEqual([0, 0, 0, 0]);
  });

  it('stays from 0 to 1, and loses nothing when irrelevant chunks come later', () => {
    const numbers = fc.uniqueArray(fc.nat(19), { minLength: 1, maxLength: 10 });
    const golds = fc.uniqueArray(fc.nat(19), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(numbers, golds, (ranked, golden) => {
        const gold = golden.map((number) => place(number));
        const facts = gold.map((_, index) => [index]);
        const judge = (order: readonly number[]) =>
          judgeRanking({ ranking: rank(...order), gold, facts, passages });
        const plain = judge(ranked);
        for (const value of [
          plain.ndcg,
          plain.factNdcg,
          plain.mrr,
          ...Object.values(plain.recall),
        ]) {
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThanOrEqual(1 + 1e-12);
        }
        const relevantFirst = ranked.toSorted(
          (a, b) => Number(golden.includes(b)) - Number(golden.includes(a)),
        );
        expect(judge(relevantFirst).ndcg).toBeGreaterThanOrEqual(plain.ndcg - 1e-12);
      }),
    );
  });
});
