import type { Analyzer } from '../language/analyzer.ts';
import { detectLanguage, type Language } from '../language/detect-language.ts';
import { type ChannelName, channelNames, channelTerms } from './keyword-index.ts';
import type { Glossary } from './glossary.ts';

/** Terms and their weights, per channel. */
export type Query = {
  readonly text: string;
  readonly language: Language | null;
  readonly terms: Readonly<Record<ChannelName, ReadonlyMap<string, number>>>;
  /** Distinct stems of the question itself, each with the stems that stand for it through the glossary. */
  readonly concepts: ReadonlyMap<string, ReadonlySet<string>>;
};

/** Share of a question word's weight that a word of the glossary's other side gets. */
export const expansionWeight = 0.6;

/** Analyzes a question for every channel and adds, through the glossary, its terms' other names. */
export function analyzeQuery(
  text: string,
  { analyzer, glossary }: { readonly analyzer: Analyzer; readonly glossary: Glossary },
): Query {
  const language = detectLanguage(text);
  const own = analyzer.analyze(text, language ?? undefined);
  const terms = emptyTerms();
  addTerms(terms, channelTerms(own), 1);
  const concepts = new Map<string, Set<string>>();
  for (const stem of own.stems) if (!concepts.has(stem)) concepts.set(stem, new Set());
  for (const match of glossary.match(text)) {
    for (const alternative of match.alternatives) {
      // A name of several words must not weigh more than the term that it stands for.
      const share = expansionWeight * Math.min(1, match.stems.length / alternative.stems.length);
      addTerms(terms, channelTerms(alternative), share);
      for (const stem of match.stems) {
        const known = concepts.get(stem);
        if (known) for (const other of alternative.stems) known.add(other);
      }
    }
  }
  return { text, language, terms, concepts };
}

const emptyTerms = (): Record<ChannelName, Map<string, number>> => ({
  stems: new Map(),
  grams: new Map(),
  words: new Map(),
  bigrams: new Map(),
  title: new Map(),
});

/** A term said twice counts once: questions repeat words without meaning more by it. */
function addTerms(
  terms: Record<ChannelName, Map<string, number>>,
  added: Readonly<Record<ChannelName, readonly string[]>>,
  weight: number,
): void {
  for (const channel of channelNames) {
    for (const term of added[channel]) {
      terms[channel].set(term, Math.max(terms[channel].get(term) ?? 0, weight));
    }
  }
}
