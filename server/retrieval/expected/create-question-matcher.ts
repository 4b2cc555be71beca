import type { Chunk, Document } from '../../documents/document.ts';
import { bareQuestion, type Form, formOf } from '../../language/question-forms.ts';
import { intentsOf } from '../../language/question-intents.ts';
import { analyzeQuery, type QueryTools } from '../query.ts';
import type { RetrievalQuery } from '../retriever.ts';
import { type ChannelWeights, offlineWeights, searchIndex } from '../search.ts';
import { createTermWeights } from '../term-weights.ts';
import { type ExpectedIndex, expectedTexts } from './expected-index.ts';
import type { ExpectedQuestion } from './expected-question.ts';
import { type ExpectedWords, expectedWords } from './expected-words.ts';
import { type Asked, compare, type MatchFeatures } from './match-features.ts';
import { nearnessOf, strengthOf } from './match-strength.ts';
import { seek } from './sought.ts';

/** An expected question that a student's question resembles. */
export type QuestionMatch = {
  /** Position of the expected question in the index. */
  readonly at: number;
  readonly question: ExpectedQuestion;
  /** Title of the document that answers it. */
  readonly title: string;
  /** The words that answer it, as the document has them. */
  readonly quotations: readonly string[];
  readonly features: MatchFeatures;
  /** Log-odds, up to a constant, of being nearer than the others. */
  readonly nearness: number;
  /** Probability that it is the one that was asked, 0 to 1. */
  readonly strength: number;
  /** The same, granted that one of these was asked: the shares of all matches add up to 1. */
  readonly share: number;
};

export type QuestionMatcher = {
  /** True when questions are expected of a document of this title. */
  covers(title: string): boolean;
  /** The nearest expected questions, nearest first; empty when there are none. */
  match(query: RetrievalQuery, options?: MatchOptions): readonly QuestionMatch[];
};

export type MatchOptions = {
  readonly limit?: number;
  /** Positions of expected questions that are left out: how well the others do is measured so. */
  readonly without?: ReadonlySet<number>;
};

export type MatcherDependencies = {
  readonly expected: ExpectedIndex;
  readonly documents: ReadonlyMap<string, Pick<Document, 'title' | 'text'>>;
  readonly chunks: readonly Pick<Chunk, 'documentId' | 'headings' | 'start' | 'end'>[];
  readonly tools: QueryTools;
};

/** Expected questions compared word by word, of those that the channels rank first. */
const compared = 20;
const mostMatches = 6;
/** How sure it must be that the question before was an expected one for its answer to count as given. */
const told = 0.5;
const weights: ChannelWeights = { ...offlineWeights, vectors: 0 };

/** Finds the expected question that a student's question resembles. */
export function createQuestionMatcher({
  expected: { questions, keywords },
  documents,
  chunks,
  tools,
}: MatcherDependencies): QuestionMatcher {
  const { analyzer } = tools;
  const titles = new Set(questions.map(({ documentId }) => documents.get(documentId)?.title));
  const texts = expectedTexts(questions, documents, chunks);
  const termWeights = createTermWeights(keywords.stems);
  const read = new Map<number, ExpectedWords>();
  const wordsOf = (at: number): ExpectedWords => {
    const known = read.get(at) ?? expectedWords(texts[at]!, termWeights, analyzer);
    read.set(at, known);
    return known;
  };
  const nearest = (
    { text, context }: RetrievalQuery,
    { limit, without }: { readonly limit: number; readonly without: ReadonlySet<number> },
  ): readonly QuestionMatch[] => {
    const query = analyzeQuery(text, { ...tools, ...(context && { context }) });
    const asked: Asked = {
      sought: seek(query.concepts, termWeights, analyzer),
      form: formWith(text, context?.text ?? null),
      intents: intentsOf(bareQuestion(text)),
      folded: query.concepts.map(({ word }) => word).join(' '),
    };
    const { passages } = searchIndex(keywords, query, {
      ...{ limit: compared + without.size, weights, neighbours: [] },
    });
    const near = passages
      .filter(({ index }) => !without.has(index))
      .map(({ index: at, signals }) => {
        const question = questions[at]!;
        const features = compare(asked, wordsOf(at), signals);
        return {
          ...{ at, question, features, nearness: nearnessOf(features) },
          title: documents.get(question.documentId)?.title ?? '',
          quotations: texts[at]!.quotations,
        };
      })
      .sort((a, b) => b.nearness - a.nearness || a.at - b.at);
    return weighed(near.slice(0, limit));
  };
  return {
    covers: (title) => titles.has(title),
    match({ text, context }, { limit = mostMatches, without = nothing } = {}) {
      if (questions.length === 0) return [];
      if (!context) return nearest({ text }, { limit, without });
      // What was asked before has been answered: it must not win again by the words that it lends.
      const [before] = nearest({ text: context.text }, { limit: 2, without });
      const answered = before && before.strength >= told ? [before.at] : [];
      return nearest({ text, context }, { limit, without: new Set([...without, ...answered]) });
    },
  };
}

const nothing: ReadonlySet<number> = new Set();

/** Adds how probable each match is, the nearest first. */
function weighed(
  near: readonly Omit<QuestionMatch, 'strength' | 'share'>[],
): readonly QuestionMatch[] {
  const most = near[0]?.nearness ?? 0;
  const total = near.reduce((sum, { nearness }) => sum + Math.exp(nearness - most), 0);
  return near.map((match) => {
    // The first that answers otherwise: two entries on one sentence do not compete.
    const other = near.find((one) => one !== match && !overlap(one.question, match.question));
    const lead = match.nearness - (other?.nearness ?? -Infinity);
    return {
      ...match,
      strength: strengthOf(match.features, lead),
      share: Math.exp(match.nearness - most) / total,
    };
  });
}

/** True when two questions are answered, in part at least, by the same words. */
export const overlap = (a: ExpectedQuestion, b: ExpectedQuestion): boolean =>
  a.documentId === b.documentId &&
  a.places.some((x) => b.places.some((y) => x.start < y.end && y.start < x.end));

/** Forms that a noun alone can suggest: the question before knows better. */
const weak: ReadonlySet<Form> = new Set(['open', 'list', 'which', 'definition', 'yes-no']);

function formWith(text: string, context: string | null): Form {
  const told = formOf(text);
  if (context === null || !weak.has(told)) return told;
  const before = formOf(context);
  return before === 'open' ? told : before;
}
