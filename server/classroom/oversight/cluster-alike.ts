import { setImmediate } from 'node:timers/promises';

/** Weights of terms; only their proportions count. */
export type Terms = ReadonlyMap<string, number>;

type Cluster = { readonly members: readonly number[]; readonly sum: Terms };

/** Longest time for which other work waits, in milliseconds. */
const sliceMs = 8;
const rounding = 1e-12;

/**
 * Parts texts into clusters: two stay together while the mean likeness (cosine) of their members is `alikeFrom` or
 * more. Average linkage, found by chains of nearest neighbours (Murtagh, 1983), which gives the same clusters as
 * joining the two nearest again and again. Lets other work through meanwhile.
 * @param texts in an order that does not depend on chance: equal likeness is decided by it
 * @returns positions in `texts`, each once
 */
export async function clusterAlike(
  texts: readonly Terms[],
  alikeFrom: number,
): Promise<readonly (readonly number[])[]> {
  const done: Cluster[] = [];
  const left = new Map<number, Cluster>();
  const holders = new Map<string, Set<number>>();
  const put = (id: number, cluster: Cluster) => {
    left.set(id, cluster);
    for (const term of cluster.sum.keys()) {
      const known = holders.get(term);
      if (known) known.add(id);
      else holders.set(term, new Set([id]));
    }
  };
  const take = (id: number): Cluster => {
    const cluster = left.get(id)!;
    left.delete(id);
    for (const term of cluster.sum.keys()) holders.get(term)?.delete(id);
    return cluster;
  };
  for (const [id, terms] of texts.entries()) put(id, { members: [id], sum: toUnit(terms) });

  const chain: number[] = [];
  let resumed = performance.now();
  for (let next = texts.length; left.size > 0;) {
    if (performance.now() - resumed > sliceMs) {
      await setImmediate();
      resumed = performance.now();
    }
    const id = chain.at(-1) ?? left.keys().next().value!;
    if (chain.length === 0) chain.push(id);
    const before = chain.at(-2);
    const nearest = nearestOf(id, before, { left, holders });
    if (nearest === null || nearest.likeness < alikeFrom) {
      // What it is not alike with now it will not be alike with when others have joined.
      done.push(take(id));
      chain.pop();
    } else if (nearest.id === before) {
      chain.splice(-2);
      put(next++, join(take(before), take(id)));
    } else chain.push(nearest.id);
  }
  return done.map(({ members }) => members.toSorted((a, b) => a - b));
}

/** The cluster that is most alike; of equal ones the one of `preferred`, so that a chain comes to its end. */
function nearestOf(
  id: number,
  preferred: number | undefined,
  {
    left,
    holders,
  }: {
    readonly left: ReadonlyMap<number, Cluster>;
    readonly holders: ReadonlyMap<string, ReadonlySet<number>>;
  },
): { readonly id: number; readonly likeness: number } | null {
  const own = left.get(id)!;
  const products = new Map<number, number>();
  for (const [term, weight] of own.sum) {
    for (const other of holders.get(term) ?? []) {
      if (other === id) continue;
      const product = weight * (left.get(other)!.sum.get(term) ?? 0);
      products.set(other, (products.get(other) ?? 0) + product);
    }
  }
  const likenessOf = (other: number) =>
    (products.get(other) ?? 0) / (own.members.length * left.get(other)!.members.length);
  let best: { id: number; likeness: number } | null = null;
  for (const other of products.keys()) {
    const likeness = likenessOf(other);
    const isBetter =
      best === null || likeness > best.likeness || (likeness === best.likeness && other < best.id);
    if (isBetter) best = { id: other, likeness };
  }
  if (best === null || preferred === undefined) return best;
  // The two sides of a pair add up in another order: what differs by a rounding is equal.
  const likeness = likenessOf(preferred);
  return likeness >= best.likeness - rounding ? { id: preferred, likeness } : best;
}

function join(a: Cluster, b: Cluster): Cluster {
  const sum = new Map(a.sum);
  for (const [term, weight] of b.sum) sum.set(term, (sum.get(term) ?? 0) + weight);
  return { members: [...a.members, ...b.members], sum };
}

function toUnit(terms: Terms): Terms {
  let square = 0;
  for (const weight of terms.values()) square += weight * weight;
  const length = Math.sqrt(square);
  return new Map(
    [...terms].flatMap(([term, weight]) => (weight > 0 ? [[term, weight / length]] : [])),
  );
}
