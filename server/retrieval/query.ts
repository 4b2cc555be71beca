import type { AnalyzedText, Analyzer } from '../language/analyzer.ts';
import { detectLanguage, type Language } from '../language/detect-language.ts';
import { readPlainly } from '../language/read-plainly.ts';
import type { Glossary } from './glossary.ts';
import { type ChannelName, channelNames, channelTerms } from './keyword-index.ts';
import type { Speller } from './spelling.ts';

/** Terms and their weights, per channel. */
export type Query = {
  readonly text: string;
  readonly language: Language | null;
  readonly terms: Readonly<Record<ChannelName, ReadonlyMap<string, number>>>;
  /** The question's distinct stems. */
  readonly concepts: readonly Concept[];
};

/** A stem of the question and what may stand for it. */
export type Concept = {
  readonly stem: string;
  /** Folded word as the question wrote it. */
  readonly word: string;
  /** Stems of other names (glossary) and of the probable spelling, those of names of several words one by one. */
  readonly others: ReadonlySet<string>;
  /** The other names, each as its stems: a name of several words is there only when all of them are. */
  readonly otherNames: readonly (readonly string[])[];
  /** Everyday words that can stand for it (lexicon), each as its stems. */
  readonly looseNames: readonly (readonly string[])[];
  /** 1 for the question's own words, less for those of the question it leans on. */
  readonly weight: number;
};

export type QueryTools = {
  readonly analyzer: Analyzer;
  /** Terms of the field, in both languages. */
  readonly glossary: Glossary;
  /** Everyday words, in both languages. */
  readonly lexicon: Glossary;
  readonly speller: Speller;
};

/** Share of a question word's weight that a word of the glossary's other side gets. */
export const expansionWeight = 0.6;
/** Share that an everyday word gets: near synonyms help a little and must not decide. */
const lexiconWeight = 0.4;
/** Share that the probable spelling of an unknown word gets. */
const correctionWeight = 0.8;

/**
 * Analyzes a question for every channel; adds its terms' other names (glossary), the probable spelling of unknown
 * words, and, with less weight, the words of the question that it leans on.
 */
export function analyzeQuery(
  text: string,
  tools: QueryTools & { readonly context?: { readonly text: string; readonly weight: number } },
): Query {
  const language =
    detectLanguage(text) ?? (tools.context ? detectLanguage(tools.context.text) : null);
  const terms = emptyTerms();
  const concepts = new Map<string, Draft>();
  addText({ text: readPlainly(text), language, weight: 1 }, tools, { terms, concepts });
  if (tools.context) {
    const { text: before, weight } = tools.context;
    addText({ text: readPlainly(before), language, weight }, tools, { terms, concepts });
  }
  return {
    text,
    language,
    terms,
    concepts: [...concepts].map(([stem, concept]) => ({ stem, ...concept })),
  };
}

type Draft = {
  word: string;
  others: Set<string>;
  otherNames: (readonly string[])[];
  looseNames: (readonly string[])[];
  weight: number;
};

type Collected = {
  readonly terms: Record<ChannelName, Map<string, number>>;
  readonly concepts: Map<string, Draft>;
};

function addText(
  { text, language, weight }: { text: string; language: Language | null; weight: number },
  { analyzer, glossary, lexicon, speller }: QueryTools,
  { terms, concepts }: Collected,
): void {
  const own = analyzer.analyze(text, language ?? undefined);
  addTerms(terms, channelTerms(own), weight);
  const byWord = new Map<string, Draft>();
  for (const { stem, word } of own.tokens) {
    const known = byWord.get(word);
    // A word analyzed in both languages is one concept with two stems, not two to be covered.
    if (known) {
      if (!concepts.has(stem)) addName(known, [stem]);
      continue;
    }
    const concept = concepts.get(stem) ?? {
      word,
      others: new Set<string>(),
      otherNames: [],
      looseNames: [],
      weight,
    };
    concepts.set(stem, concept);
    byWord.set(word, concept);
    addStems(speller.stemsOf(word), weight, { terms, concept });
    const corrected = speller.correct(word);
    if (corrected === null) continue;
    const fixed = analyzer.analyze(corrected, language ?? undefined);
    addTerms(terms, channelTerms(fixed), weight * correctionWeight);
    addStems([...fixed.stems, ...speller.stemsOf(corrected)], weight * correctionWeight, {
      terms,
      concept,
    });
  }
  const sources = [
    { matches: glossary.match(text), share: expansionWeight, loose: false },
    { matches: lexicon.match(text, language), share: lexiconWeight, loose: true },
  ] as const;
  for (const { matches, share, loose } of sources) {
    for (const { words, alternatives } of matches) {
      for (const alternative of alternatives) {
        addTerms(terms, channelTerms(alternative), weight * share * perWord(words, alternative));
        for (const word of words) {
          const concept = byWord.get(word);
          if (!concept) continue;
          if (loose) concept.looseNames.push(alternative.stems);
          else addName(concept, alternative.stems);
        }
      }
    }
  }
}

function addName(concept: Draft, stems: readonly string[]): void {
  concept.otherNames.push(stems);
  for (const stem of stems) concept.others.add(stem);
}

/** Other stems of one word, in the channels that hold stems. */
function addStems(
  stems: readonly string[],
  weight: number,
  { terms, concept }: { readonly terms: Collected['terms']; readonly concept: Draft },
): void {
  for (const stem of stems) {
    addName(concept, [stem]);
    for (const channel of ['stems', 'title'] as const) {
      terms[channel].set(stem, Math.max(terms[channel].get(stem) ?? 0, weight));
    }
  }
}

/** A name of several words must not weigh more than the term that it stands for. */
const perWord = (words: readonly string[], alternative: AnalyzedText): number =>
  Math.min(1, words.length / alternative.words.length);

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
