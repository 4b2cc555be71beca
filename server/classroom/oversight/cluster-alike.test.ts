import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { processorMs } from '../../testing/processor-ms.ts';
import { clusterAlike, type Terms } from './cluster-alike.ts';

const anyTexts = fc.array(
  fc
    .uniqueArray(fc.tuple(fc.constantFrom(...'abcdefgh'), fc.integer({ min: 1, max: 9 })), {
      selector: ([term]) => term,
      maxLength: 5,
    })
    .map((terms): Terms => new Map(terms)),
  { maxLength: 14 },
);

function cosine(a: Terms, b: Terms): number {
  const length = (terms: Terms) => Math.hypot(...terms.values());
  let product = 0;
  for (const [term, weight] of a) product += weight * (b.get(term) ?? 0);
  return product === 0 ? 0 : product / (length(a) * length(b));
}

const meanLikeness = (texts: readonly Terms[], a: readonly number[], b: readonly number[]) => {
  const all = a.flatMap((one) => b.map((other) => cosine(texts[one]!, texts[other]!)));
  return all.reduce((sum, each) => sum + each, 0) / all.length;
};

/** What the clusters are by their definition: the two most alike are joined again and again. */
function byDefinition(texts: readonly Terms[], alikeFrom: number): readonly (readonly number[])[] {
  const left: (readonly number[])[] = texts.map((_, at) => [at]);
  for (;;) {
    let best = { likeness: alikeFrom - 1e-9, pair: null as readonly [number, number] | null };
    for (const [at, a] of left.entries())
      for (const [other, b] of left.entries()) {
        if (other >= at) continue;
        const likeness = meanLikeness(texts, a, b);
        if (likeness > best.likeness + 1e-9) best = { likeness, pair: [at, other] };
      }
    if (best.pair === null) return left.map((members) => members.toSorted((x, y) => x - y));
    const [at, other] = best.pair;
    left[other] = [...left[other]!, ...left[at]!];
    left.splice(at, 1);
  }
}

const sorted = (clusters: readonly (readonly number[])[]) =>
  clusters.toSorted((a, b) => a[0]! - b[0]!);

describe('clusterAlike', () => {
  it('holds every text once, and ends apart what is not alike', async () => {
    await fc.assert(
      fc.asyncProperty(anyTexts, async (texts) => {
        const clusters = await clusterAlike(texts, 0.4);
        expect(clusters.flat().toSorted((a, b) => a - b)).toEqual(texts.map((_, at) => at));
        for (const a of clusters)
          for (const b of clusters)
            if (a !== b) expect(meanLikeness(texts, a, b)).toBeLessThan(0.4 + 1e-9);
      }),
    );
  });

  it('gives the clusters of joining the two most alike again and again', async () => {
    await fc.assert(
      fc.asyncProperty(anyTexts, async (texts) => {
        // Equal likeness leaves a choice: weights that are all different leave none.
        const uneven = texts.map(
          (terms, at) =>
            new Map(
              [...terms].map(([term, weight], i) => [term, weight + Math.sin(at * 7 + i) / 3]),
            ),
        );
        expect(sorted(await clusterAlike(uneven, 0.4))).toEqual(sorted(byDefinition(uneven, 0.4)));
      }),
    );
  });

  it('keeps a text without terms by itself', async () => {
    expect(sorted(await clusterAlike([new Map(), new Map(), new Map([['a', 0]])], 0.1))).toEqual([
      [0],
      [1],
      [2],
    ]);
  });

  it('takes a thousand questions in a second or so', async () => {
    const texts = Array.from(
      { length: 1_000 },
      (_, at) =>
        new Map(
          Array.from({ length: 12 }, (_unused, i) => [
            `t${(at * 31 + i * i * 17) % 400}`,
            1 + (i % 3),
          ]),
        ),
    );
    const started = processorMs();
    await clusterAlike(texts, 0.3);
    expect(processorMs() - started).toBeLessThan(15_000);
  });
});
