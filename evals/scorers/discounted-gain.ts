/** What one result holds, as positions in the list of everything that can be found. */
export type Held = readonly number[];

/** Gain of the things that a result holds and no earlier one held; 0 for none. */
export type Gain = (fresh: Held) => number;

const discount = (rank: number): number => 1 / Math.log2(rank + 1);

/**
 * nDCG@depth in which a thing counts only where it is found first (Järvelin and Kekäläinen, 2002; novelty as in
 * α-nDCG with α = 1, Clarke et al., 2008).
 *
 * The ideal is the best order of `choices`, found by trying them all: two results that hold the same thing can
 * therefore never exceed 1, and one result that holds everything reaches it. For a handful of things only.
 * @param ranking what each result holds, best first
 * @param choices what each result that could have been given holds
 */
export function noveltyNdcg(
  ranking: readonly Held[],
  choices: readonly Held[],
  gain: Gain,
  depth: number,
): number {
  const ideal = bestGain([...distinct(choices)], gain, { seen: new Set(), rank: 1, depth });
  if (ideal === 0) return 0;
  const seen = new Set<number>();
  let found = 0;
  for (const [index, held] of ranking.slice(0, depth).entries()) {
    const fresh = held.filter((thing) => !seen.has(thing));
    for (const thing of fresh) seen.add(thing);
    found += gain(fresh) * discount(index + 1);
  }
  return found / ideal;
}

type Progress = {
  readonly seen: ReadonlySet<number>;
  readonly rank: number;
  readonly depth: number;
};

function bestGain(choices: readonly Held[], gain: Gain, { seen, rank, depth }: Progress): number {
  if (rank > depth) return 0;
  let best = 0;
  for (const held of choices) {
    const fresh = held.filter((thing) => !seen.has(thing));
    if (fresh.length === 0) continue;
    const next = { seen: new Set([...seen, ...fresh]), rank: rank + 1, depth };
    best = Math.max(best, gain(fresh) * discount(rank) + bestGain(choices, gain, next));
  }
  return best;
}

const distinct = (choices: readonly Held[]): Iterable<Held> =>
  new Map(choices.map((held) => [held.join(), held])).values();

/** nDCG@depth with relevant and irrelevant results only: the plain form, for collections with judged passages. */
export function binaryNdcg(
  ranking: readonly boolean[],
  relevantCount: number,
  depth: number,
): number {
  const sum = (count: number, counts: (rank: number) => boolean): number =>
    Array.from({ length: Math.min(count, depth) }, (_, index) => index + 1)
      .filter(counts)
      .reduce((total, rank) => total + discount(rank), 0);
  const ideal = sum(relevantCount, () => true);
  return ideal === 0 ? 0 : sum(ranking.length, (rank) => ranking[rank - 1]!) / ideal;
}
