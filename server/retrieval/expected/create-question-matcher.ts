import type { Chunk, Document } from '../../documents/document.ts';
import { type Form, formOf } from '../../language/question-forms.ts';
import { analyzeQuery, type QueryTools } from '../query.ts';
import type { RetrievalQuery } from '../retriever.ts';
import type { ExpectedQuestion } from './expected-question.ts';
import {
  type Asked,
  compareWording,
  explain,
  type MatchFeatures,
  type Surroundings,
} from './match-features.ts';
import { seek, type Sought } from './match-concepts.ts';
import { nearnessOf, strengthOf } from './match-strength.ts';
import { buildWordingIndex, tokensOf, type WordingIndex } from './wording-index.ts';

/** An expected question that a student's question resembles. */
export type QuestionMatch = {
  readonly question: ExpectedQuestion;
  /** Title of the document that answers it. */
  readonly title: string;
  /** The words that answer it, as the document has them. */
  readonly quotations: readonly string[];
  /** Its position among the expected questions. */
  readonly at: number;
  /** Log-odds, up to a constant, of being nearer than the others. */
  readonly nearness: number;
  /** Probability that it is the one that was asked, 0 to 1. */
  readonly strength: number;
  /** The same, granted that one of these was asked: the shares of all matches add up to 1. */
  readonly share: number;
  readonly features: MatchFeatures;
};

export type QuestionMatcher = {
  /** The expected questions, in the order of the index. */
  readonly questions: readonly ExpectedQuestion[];
  /** True when questions are expected of a document of this title. */
  covers(title: string): boolean;
  /** The nearest expected questions, nearest first; empty when there are none. */
  match(query: RetrievalQuery, options?: MatchOptions): readonly QuestionMatch[];
};

export type MatchOptions = {
  /** True for a wording that is to be left out: how well the others find it is measured so. */
  readonly skip?: (question: number, wording: number) => boolean;
  readonly limit?: number;
};

export type MatcherDependencies = {
  readonly questions: readonly ExpectedQuestion[];
  readonly documents: ReadonlyMap<string, Pick<Document, 'title' | 'text'>>;
  readonly chunks: readonly Chunk[];
  readonly tools: QueryTools;
};

/** Wordings compared in full, of those that share most with the question. */
const comparedWordings = 60;
const mostMatches = 6;

/** Finds the expected question that a student's question resembles. */
export function createQuestionMatcher({
  questions,
  documents,
  chunks,
  tools,
}: MatcherDependencies): QuestionMatcher {
  const { analyzer } = tools;
  const index = buildWordingIndex(questions, analyzer);
  const byDocument = new Map<string, Chunk[]>();
  for (const chunk of chunks) {
    byDocument.set(chunk.documentId, [...(byDocument.get(chunk.documentId) ?? []), chunk]);
  }
  const headingsOf = (at: number): readonly string[] => {
    const { documentId, places } = questions[at]!;
    return (byDocument.get(documentId) ?? [])
      .filter(({ start, end }) => places.some((place) => start < place.end && place.start < end))
      .flatMap(({ headings }) => headings);
  };
  const answerOf = (question: ExpectedQuestion) => {
    const { title = '', text = '' } = documents.get(question.documentId) ?? {};
    const quotations = question.places.map(({ start, end }) => text.slice(start, end));
    return { question, title, quotations };
  };
  const surroundings = new Map<number, Omit<Surroundings, 'wordings'>>();
  /** Stems of the quotations and of the titles above them; made when first asked for. */
  const around = (at: number): Omit<Surroundings, 'wordings'> => {
    const known = surroundings.get(at);
    if (known) return known;
    const { documentId, places } = questions[at]!;
    const document = documents.get(documentId);
    const quotations = places.map(({ start, end }) => document?.text.slice(start, end) ?? '');
    const made = {
      quotations: stemSet(quotations.join('\n'), analyzer),
      titles: stemSet([document?.title ?? '', ...headingsOf(at)].join('\n'), analyzer),
    };
    surroundings.set(at, made);
    return made;
  };

  const titles = new Set(questions.map(({ documentId }) => documents.get(documentId)?.title));
  return {
    questions,
    covers: (title) => titles.has(title),
    match({ text, context }, { skip = () => false, limit = mostMatches } = {}) {
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
      const near = [...byQuestion]
        .map(([at, wordings]) => {
          const features = featuresOf(asked, wordings, index, {
            ...around(at),
            wordings: index.byQuestion[at]!.filter((wording) => !skip(at, wording.at)).map(
              ({ tokens }) => new Set(tokens.flatMap(({ stems }) => stems)),
            ),
          });
          return { ...answerOf(questions[at]!), at, nearness: nearnessOf(features), features };
        })
        .sort((a, b) => b.nearness - a.nearness || a.at - b.at)
        .slice(0, limit);
      return weighed(near);
    },
  };
}

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

const stemSet = (text: string, analyzer: QueryTools['analyzer']): ReadonlySet<string> =>
  new Set(tokensOf(text, analyzer).flatMap(({ stems }) => stems));

function featuresOf(
  asked: Asked,
  wordings: readonly number[],
  index: WordingIndex,
  surroundings: Surroundings,
): MatchFeatures {
  const compared = wordings
    .map((wording) => compareWording(asked, index.wordings[wording]!, index))
    .sort((a, b) => nearness(b) - nearness(a));
  return { ...compared[0]!, ...explain(asked.sought, surroundings) };
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
