import { describe, expect, it } from 'vitest';
import { buildPostings } from '../testing/build-postings.ts';
import { createTermWeights } from './term-weights.ts';

describe('createTermWeights', () => {
  const documents = [['kafka', 'topic'], ['kafka'], ['kafka', 'rgpd']].map((terms) => [terms]);
  const weights = createTermWeights(buildPostings(documents, [{ weight: 1, b: 0 }]));

  it('is 1 for a term that the corpus does not hold, and less the more passages hold it', () => {
    expect(weights.weightOf('inconnu')).toBe(1);
    expect(weights.weightOf('topic')).toBeLessThan(1);
    expect(weights.weightOf('kafka')).toBeLessThan(weights.weightOf('topic'));
    expect(weights.weightOf('kafka')).toBeGreaterThan(0);
  });

  it('knows what the corpus holds', () => {
    expect(weights.holds('kafka')).toBe(true);
    expect(weights.holds('inconnu')).toBe(false);
  });
});
