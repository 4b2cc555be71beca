import { highestScores } from './highest-scores.ts';
import { type ChannelName, channelNames, type KeywordIndex } from './keyword-index.ts';
import { inverseDocumentFrequency } from './bm25.ts';
import { addScores, documentFrequency, scoreBound } from './postings.ts';
import type { Query } from './query.ts';

/** Weight of each signal once it is divided by its maximum for the query (see README, "The recipe"). */
export type ChannelWeights = Readonly<
  Record<ChannelName | 'coverage' | 'vectors' | 'expected', number>
>;

export const offlineWeights: ChannelWeights = {
  stems: 1,
  grams: 1,
  words: 0.5,
  bigrams: 0.6,
  title: 0.2,
  coverage: 0.5,
  vectors: 0.2,
  expected: 4,
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
 * From this many passages on, terms that a quarter of them hold are passed over: they take half of the time and tell
 * next to nothing (nDCG@10 with the rule on small collections: -.005 and +.003).
 */
const largeIndex = 5_000;
const commonShare = 0.25;

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
    /** Passages that answer an expected question like this one, and how probably, 0 to 1. */
    readonly expected?: ReadonlyMap<number, number>;
  },
): SearchResult {
  const size = index.stems.size;
  const mostHolders = size > largeIndex ? commonShare * size : Infinity;
  const scores = {} as Record<ChannelName, Float32Array>;
  for (const channel of channelNames) {
    scores[channel] = new Float32Array(size);
    addScores(index[channel], query.terms[channel], scores[channel], mostHolders);
  }
  const similarity = new Map(
    options.neighbours.map((neighbour) => [neighbour.index, Math.max(0, neighbour.similarity)]),
  );
  const { expected = nothing } = options;
  const candidates = new Set<number>([...similarity.keys(), ...expected.keys()]);
  for (const channel of candidateChannels) {
    for (const candidate of highestScores(scores[channel], candidatesPerChannel))
      candidates.add(candidate);
  }
  const coverage = coverageOf(index, query);
  const raw = [...candidates].map((candidate) => ({
    index: candidate,
    signals: {
      stems: scores.stems[candidate]!,
      grams: scores.grams[candidate]!,
      words: scores.words[candidate]!,
      bigrams: scores.bigrams[candidate]!,
      title: scores.title[candidate]!,
      coverage: coverage[candidate]!,
      vectors: similarity.get(candidate) ?? 0,
      expected: expected.get(candidate) ?? 0,
    },
  }));
  return { passages: fuse(raw, options), support: supportOf(index, query, raw) };
}

const nothing: ReadonlyMap<number, number> = new Map();

type Raw = { readonly index: number; readonly signals: Record<keyof ChannelWeights, number> };

function fuse(
  raw: readonly Raw[],
  { weights, limit }: { readonly weights: ChannelWeights; readonly limit: number },
): readonly ScoredPassage[] {
  const names = Object.keys(weights) as (keyof ChannelWeights)[];
  const maxima = new Map(
    names.map((name) => [name, raw.reduce((max, { signals }) => Math.max(max, signals[name]), 0)]),
  );
  const share = (signals: Raw['signals'], name: keyof ChannelWeights) => {
    // A probability already: a weak match must not count as a certain one.
    if (name === 'expected') return signals.expected;
    const max = maxima.get(name)!;
    return max > 0 ? signals[name] / max : 0;
  };
  return raw
    .map(({ index, signals }) => ({
      ...{ index, signals },
      score: names.reduce((sum, name) => sum + weights[name] * share(signals, name), 0),
    }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.index - b.index)
    .slice(0, limit)
    .map(({ index, score, signals }) => {
      const shares = { ...signals };
      for (const name of names) shares[name] = share(signals, name);
      return { index, score, signals: shares };
    });
}

/** Per passage, the idf share of the query's distinct concepts that it names, itself or by another name. */
function coverageOf(index: KeywordIndex, query: Query): Float32Array {
  const { stems } = index;
  const coverage = new Float32Array(stems.size);
  let total = 0;
  const seen = new Uint32Array(stems.size);
  let concept = 0;
  for (const { stem, others, weight } of query.concepts) {
    concept += 1;
    const names = [stem, ...others];
    const frequency = Math.max(...names.map((name) => documentFrequency(stems, name)));
    const idf = weight * inverseDocumentFrequency(stems.size, frequency);
    total += idf;
    for (const name of names) {
      const id = stems.terms.get(name);
      if (id === undefined) continue;
      for (let at = stems.starts[id]!; at < stems.starts[id + 1]!; at += 1) {
        const document = stems.documents[at]!;
        if (seen[document] === concept) continue;
        seen[document] = concept;
        coverage[document] = coverage[document]! + idf;
      }
    }
  }
  if (total > 0)
    for (let i = 0; i < coverage.length; i += 1) coverage[i] = Math.min(1, coverage[i]! / total);
  return coverage;
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
