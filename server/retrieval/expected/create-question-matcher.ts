import type { Document } from '../../documents/document.ts';
import { type Form, formOf } from '../../language/question-forms.ts';
import { analyzeQuery, type QueryTools } from '../query.ts';
import type { RetrievalQuery } from '../retriever.ts';
import type { ExpectedQuestion } from './expected-question.ts';
import { type Asked, compareWording, explain, type MatchFeatures } from './match-features.ts';
import { seek, type Sought } from './match-concepts.ts';
import { matchStrength } from './match-strength.ts';
import { buildWordingIndex, tokensOf, type WordingIndex } from './wording-index.ts';

/** An expected question that a student's question resembles. */
export type QuestionMatch = {
  readonly question: ExpectedQuestion;
  /** Its position among the expected questions. */
  readonly at: number;
  /** Probability that it is the one that was asked, 0 to 1. */
  readonly strength: number;
  readonly features: MatchFeatures;
};

export type QuestionMatcher = {
  /** The expected questions, in the order of the index. */
  readonly questions: readonly ExpectedQuestion[];
  /** The nearest expected questions, nearest first; empty when there are none. */
  match(query: RetrievalQuery, options?: MatchOptions): readonly QuestionMatch[];
};

export type MatchOptions = {
  /** True for a wording that is to be left out: how well the others find it is measured so. */
  readonly skip?: (question: number, wording: number) => boolean;
};

export type MatcherDependencies = {
  readonly questions: readonly ExpectedQuestion[];
  readonly documents: ReadonlyMap<string, Pick<Document, 'title' | 'text'>>;
  readonly tools: QueryTools;
};

/** Wordings compared in full, of those that share most with the question. */
const comparedWordings = 60;
const mostMatches = 6;

/** Finds the expected question that a student's question resembles. */
export function createQuestionMatcher({
  questions,
  documents,
  tools,
}: MatcherDependencies): QuestionMatcher {
  const { analyzer } = tools;
  const index = buildWordingIndex(questions, analyzer);
  const bags = new Map<number, ReadonlySet<string>>();
  /** Stems of the quotations and of the document's title; made when first asked for. */
  const bagOf = (at: number): ReadonlySet<string> => {
    const known = bags.get(at);
    if (known) return known;
    const { documentId, places } = questions[at]!;
    const document = documents.get(documentId);
    const text = places.map(({ start, end }) => document?.text.slice(start, end) ?? '');
    const bag = new Set(
      tokensOf([document?.title ?? '', ...text].join('\n'), analyzer).flatMap(({ stems }) => stems),
    );
    bags.set(at, bag);
    return bag;
  };

  return {
    questions,
    match({ text, context }, { skip = () => false } = {}) {
      if (questions.length === 0) return [];
      const query = analyzeQuery(text, { ...tools, ...(context && { context }) });
      const asked: Asked = {
        sought: seek(query.concepts, index, analyzer),
        form: formWith(text, context?.text ?? null),
        folded: query.concepts.map(({ word }) => word).join(' '),
      };
      const byQuestion = new Map<number, number[]>();
      for (const wording of nearest(asked.sought, index, skip)) {
        const { question } = index.wordings[wording]!;
        byQuestion.set(question, [...(byQuestion.get(question) ?? []), wording]);
      }
      return [...byQuestion]
        .map(([at, wordings]) => {
          const bag = new Set(bagOf(at));
          for (const wording of index.byQuestion[at]!) {
            if (skip(at, wording.at)) continue;
            for (const { stems } of wording.tokens) for (const stem of stems) bag.add(stem);
          }
          const features = featuresOf(asked, wordings, index, bag);
          return { question: questions[at]!, at, strength: matchStrength(features), features };
        })
        .sort((a, b) => b.strength - a.strength || a.at - b.at)
        .slice(0, mostMatches);
    },
  };
}

function featuresOf(
  asked: Asked,
  wordings: readonly number[],
  index: WordingIndex,
  bag: ReadonlySet<string>,
): MatchFeatures {
  const compared = wordings
    .map((wording) => compareWording(asked, index.wordings[wording]!, index))
    .sort((a, b) => nearness(b) - nearness(a));
  const [best, second] = compared;
  return { ...best!, again: second?.named ?? 0, ...explain(asked.sought, bag) };
}

const nearness = ({ named, naming, form, letters }: ReturnType<typeof compareWording>): number =>
  named + naming + 0.3 * form + 0.3 * letters;

/** The wordings that share most with a question, by weight. */
function nearest(
  sought: readonly Sought[],
  { occurrences, wordings }: WordingIndex,
  skip: (question: number, wording: number) => boolean,
): readonly number[] {
  const scores = new Map<number, number>();
  for (const { stems, phrases, weight } of sought) {
    const best = new Map<number, number>();
    const add = (stem: string, strength: number) => {
      for (const { wording } of occurrences.get(stem) ?? []) {
        if ((best.get(wording) ?? 0) < strength) best.set(wording, strength);
      }
    };
    for (const [stem, strength] of stems) add(stem, strength);
    // A part of a long name is a start; comparing in full asks for all of it.
    for (const phrase of phrases) {
      for (const stem of phrase.stems) add(stem, phrase.strength / phrase.stems.length);
    }
    for (const [wording, strength] of best) {
      scores.set(wording, (scores.get(wording) ?? 0) + weight * strength);
    }
  }
  return [...scores]
    .map(([wording, score]) => ({
      wording,
      score: score / Math.sqrt(2 + wordings[wording]!.tokens.length),
    }))
    .filter(({ wording }) => !skip(wordings[wording]!.question, wordings[wording]!.at))
    .sort((a, b) => b.score - a.score || a.wording - b.wording)
    .slice(0, comparedWordings)
    .map(({ wording }) => wording);
}

/** Forms that a noun alone can suggest: the question before knows better. */
const weak: ReadonlySet<Form> = new Set(['open', 'list', 'which', 'definition', 'yes-no']);

function formWith(text: string, context: string | null): Form {
  const told = formOf(text);
  if (context === null || !weak.has(told)) return told;
  const before = formOf(context);
  return before === 'open' ? told : before;
}
