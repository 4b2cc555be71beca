import { type Held, noveltyNdcg } from './discounted-gain.ts';
import { covers, type GoldSpan, type Passage } from './relevance.ts';

/** Ranks at which recall is taken. */
export const cutoffs = [1, 3, 5, 10] as const;
type AtCutoffs = Readonly<Record<(typeof cutoffs)[number], number>>;

/** How well one ranking found the gold of one question; each from 0 to 1. */
export type RankingScores = {
  /** Share of the gold places that the first k chunks cover: every place counts, even those that say the same. */
  readonly recall: AtCutoffs;
  /** Share of the vital facts that the first k chunks hold: one of several equal places is enough. */
  readonly facts: AtCutoffs;
  /** 1 when the first k chunks cover any gold place. */
  readonly hit: AtCutoffs;
  /** 1 / rank of the first relevant chunk among ten, else 0. */
  readonly mrr: number;
  /** Over the gold places, gain 2^grade − 1. */
  readonly ndcg: number;
  /** Over the vital facts, gain 1 for each where it is found first. */
  readonly factNdcg: number;
};

export type Judgement = {
  /** Best first. */
  readonly ranking: readonly Passage[];
  readonly gold: readonly GoldSpan[];
  /** For each vital fact, the gold places that state it, as positions in `gold`. */
  readonly facts: readonly Held[];
  /** Everything that could have been retrieved. */
  readonly passages: readonly Passage[];
};

const depth = 10;

/**
 * Judges a ranking against gold places: a chunk is relevant to a place of which it covers at least half.
 *
 * Gold places are alternatives (the same said twice) or complements (both sides of a difference), and a case does not
 * say which; its vital facts do. So everything is measured twice: over places, as pooled judgements are, which asks
 * for all of them; and over facts (subtopic recall, Zhai et al., 2003; α-nDCG with α = 1), which asks for what the
 * student asked. Both ideals take the chunks as they are, so that one chunk that covers two places can reach 1; a
 * place that no chunk covers still belongs to the ideal.
 */
export function judgeRanking({ ranking, gold, facts, passages }: Judgement): RankingScores {
  const placesOf = (passage: Passage): Held =>
    gold.flatMap((place, index) => (covers(passage, place) ? [index] : []));
  const factsOf = (places: Held): Held =>
    facts.flatMap((homes, index) => (homes.some((home) => places.includes(home)) ? [index] : []));
  const found = ranking.slice(0, depth).map(placesOf);
  const choices = [...passages.map(placesOf).filter(({ length }) => length > 0)];
  for (const [index] of gold.entries()) {
    if (!choices.some((places) => places.includes(index))) choices.push([index]);
  }
  const first = found.findIndex(({ length }) => length > 0);
  const grades = gold.map(({ grade }) => 2 ** grade - 1);
  const share = (held: readonly Held[], total: number) =>
    atCutoffs((k) => (total === 0 ? 0 : new Set(held.slice(0, k).flat()).size / total));
  return {
    recall: share(found, gold.length),
    facts: share(found.map(factsOf), facts.length),
    hit: atCutoffs((k) => (first !== -1 && first < k ? 1 : 0)),
    mrr: first === -1 ? 0 : 1 / (first + 1),
    ndcg: noveltyNdcg(
      found,
      choices,
      (fresh) => Math.max(0, ...fresh.map((place) => grades[place]!)),
      depth,
    ),
    factNdcg: noveltyNdcg(found.map(factsOf), choices.map(factsOf), (fresh) => fresh.length, depth),
  };
}

const atCutoffs = (value: (k: number) => number): AtCutoffs => ({
  1: value(1),
  3: value(3),
  5: value(5),
  10: value(10),
});
