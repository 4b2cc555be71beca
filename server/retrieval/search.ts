import { highestScores } from './highest-scores.ts';
import { type ChannelName, channelNames, type KeywordIndex } from './keyword-index.ts';
import {
  addScores,
  documentFrequency,
  forEachHolder,
  inverseDocumentFrequency,
  scoreBound,
  scoresOf,
} from './postings.ts';
import type { Query } from './query.ts';

/** Weight of each signal once it is divided by its maximum for the query (see README, "The recipe"). */
export type ChannelWeights = Readonly<Record<ChannelName | 'coverage' | 'vectors', number>>;

export const offlineWeights: ChannelWeights = {
  stems: 1,
  grams: 1,
  words: 0.5,
  bigrams: 0.6,
  title: 0.2,
  coverage: 0.5,
  vectors: 0.2,
};

/**
 * With real embeddings the vector channel weighs as much as the stems. No embedding model can be had offline, so this
 * weight is a judgement, not a measurement (see README).
 */
export const embeddingWeights: ChannelWeights = { ...offlineWeights, vectors: 1 };

/** A passage and how each signal scored it, from 0 to 1 after division by the signal's maximum. */
export type ScoredPassage = {
  readonly index: number;
  readonly score: number;
  readonly signals: Readonly<Record<keyof ChannelWeights, number>>;
};

/** How well the index as a whole speaks to a query; each from 0 (not at all) to 1. */
export type Support = {
  /** Best stem score over the query's upper bound. */
  readonly stems: number;
  /** Best share of the query's idf that one passage covers. */
  readonly coverage: number;
  /** Best 4-gram score over its upper bound. */
  readonly grams: number;
};

const candidatesPerChannel = 60;
const candidateChannels = ['stems', 'grams', 'words'] as const;

export type SearchResult = {
  readonly passages: readonly ScoredPassage[];
  readonly support: Support;
};

/**
 * Weighted sum of channels, each divided by its maximum for this query; candidates are the best 60 of stems,
 * 4-grams, words and vectors. Ties go to the earlier passage.
 */
export function searchIndex(
  index: KeywordIndex,
  query: Query,
  options: {
    readonly limit: number;
    readonly weights: ChannelWeights;
    readonly neighbours: readonly { readonly index: number; readonly similarity: number }[];
  },
): SearchResult {
  const similarity = new Map(
    options.neighbours.map((neighbour) => [neighbour.index, Math.max(0, neighbour.similarity)]),
  );
  const found = new Set<number>(similarity.keys());
  for (const channel of candidateChannels) {
    const scores = new Float32Array(index[channel].size);
    addScores(index[channel], query.terms[channel], scores);
    for (const candidate of highestScores(scores, candidatesPerChannel)) found.add(candidate);
  }
  const candidates = Uint32Array.from(found).sort();
  const scores = {} as Record<ChannelName, Float32Array>;
  for (const channel of channelNames) {
    scores[channel] = scoresOf(index[channel], query.terms[channel], candidates);
  }
  const coverage = coverageOf(index, query, candidates);
  const raw = Array.from(candidates, (candidate, slot) => ({
    index: candidate,
    signals: {
      stems: scores.stems[slot]!,
      grams: scores.grams[slot]!,
      words: scores.words[slot]!,
      bigrams: scores.bigrams[slot]!,
      title: scores.title[slot]!,
      coverage: coverage[slot]!,
      vectors: similarity.get(candidate) ?? 0,
    },
  }));
  return { passages: fuse(raw, options), support: supportOf(index, query, raw) };
}

type Raw = { readonly index: number; readonly signals: Record<keyof ChannelWeights, number> };

function fuse(
  raw: readonly Raw[],
  { weights, limit }: { readonly weights: ChannelWeights; readonly limit: number },
): readonly ScoredPassage[] {
  const names = Object.keys(weights) as (keyof ChannelWeights)[];
  const maxima = new Map(
    names.map((name) => [name, raw.reduce((max, { signals }) => Math.max(max, signals[name]), 0)]),
  );
  const scored = raw.map(({ index, signals }) => {
    const shares = { ...signals };
    let score = 0;
    for (const name of names) {
      const max = maxima.get(name)!;
      shares[name] = max > 0 ? signals[name] / max : 0;
      score += weights[name] * shares[name];
    }
    return { index, score, signals: shares };
  });
  return scored
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.index - b.index)
    .slice(0, limit);
}

/** Per candidate, the idf share of the query's distinct concepts that it names, itself or by another name. */
function coverageOf({ stems }: KeywordIndex, query: Query, candidates: Uint32Array): Float32Array {
  const coverage = new Float32Array(candidates.length);
  const seen = new Uint32Array(candidates.length);
  let total = 0;
  let concept = 0;
  for (const { stem, others, weight } of query.concepts) {
    concept += 1;
    const names = [stem, ...others];
    const frequency = Math.max(...names.map((name) => documentFrequency(stems, name)));
    const idf = weight * inverseDocumentFrequency(stems.size, frequency);
    total += idf;
    for (const term of names) {
      forEachHolder(stems, { term, sorted: candidates }, (slot) => {
        if (seen[slot] === concept) return;
        seen[slot] = concept;
        coverage[slot] = coverage[slot]! + idf;
      });
    }
  }
  return total > 0 ? coverage.map((sum) => Math.min(1, sum / total)) : coverage;
}

function supportOf(index: KeywordIndex, query: Query, raw: readonly Raw[]): Support {
  const max = (name: keyof ChannelWeights) =>
    raw.reduce((best, { signals }) => Math.max(best, signals[name]), 0);
  const share = (channel: 'stems' | 'grams') => {
    const bound = scoreBound(index[channel], query.terms[channel]);
    return bound > 0 ? Math.min(1, max(channel) / bound) : 0;
  };
  return { stems: share('stems'), coverage: max('coverage'), grams: share('grams') };
}
