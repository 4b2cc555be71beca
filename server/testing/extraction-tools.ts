import type { ExtractionTools } from '../extraction/parse-question.ts';
import { createAnalyzer } from '../language/analyzer.ts';
import {
  createQuestionMatcher,
  type QuestionMatcher,
} from '../retrieval/expected/create-question-matcher.ts';
import { buildExpectedIndexInSteps, expectedTexts } from '../retrieval/expected/expected-index.ts';
import { createGlossary } from '../retrieval/glossary.ts';
import { buildKeywordIndex } from '../retrieval/keyword-index.ts';
import type { QueryTools } from '../retrieval/query.ts';
import { runAtOnce } from '../retrieval/run-in-slices.ts';
import { createSpeller } from '../retrieval/spelling.ts';
import { createTermWeights } from '../retrieval/term-weights.ts';
import type { AnswerPromptInput, PromptSource } from '../tutoring/answer-prompt.ts';

/** A question that is expected of a source, with the words of the source that answer it. */
export type FakeQuestion = {
  readonly source: number;
  readonly asks: readonly string[];
  readonly quotes: readonly string[];
};

/** One term's names, French and English. */
export type FakeTerm = { readonly fr: readonly string[]; readonly en: readonly string[] };

const analyzer = createAnalyzer();

/** What the extraction needs, over a corpus that holds these sources and nothing else. */
export function extractionTools(
  sources: readonly PromptSource[],
  {
    glossary = [],
    lexicon = [],
    expected = [],
  }: { glossary?: FakeTerm[]; lexicon?: FakeTerm[]; expected?: FakeQuestion[] } = {},
): ExtractionTools {
  const passages = sources.map(({ document, section, text }) => ({
    title: `${document} ${section}`,
    text,
  }));
  const { words, forms, stems } = buildKeywordIndex(passages, analyzer);
  const tools = {
    analyzer,
    glossary: createGlossary(glossary, analyzer),
    lexicon: createGlossary(lexicon, analyzer),
    speller: createSpeller(words, forms),
  };
  return {
    ...tools,
    matcher: matcherOver(sources, expected, tools),
    weights: createTermWeights(stems),
    read: new Map(),
  };
}

/** Over one document for each source, which the wordings of the questions ask about. */
function matcherOver(
  sources: readonly PromptSource[],
  expected: readonly FakeQuestion[],
  tools: QueryTools,
): QuestionMatcher {
  const documents = new Map(
    sources.map(({ n, document, text }) => [`${n}`, { title: document, text }]),
  );
  const questions = expected.map(({ source, asks, quotes }) => ({
    documentId: `${source}`,
    asks,
    places: quotes.map((quote) => {
      const start = documents.get(`${source}`)!.text.indexOf(quote);
      return { start, end: start + quote.length };
    }),
  }));
  const texts = expectedTexts(questions, documents, []);
  const index = runAtOnce(buildExpectedIndexInSteps(questions, texts, analyzer));
  return createQuestionMatcher({ expected: index, documents, chunks: [], tools });
}

/** Sources numbered from 1, each `[document, section, text]`. */
export const promptSources = (
  ...sources: readonly (readonly [document: string, section: string, text: string])[]
): readonly PromptSource[] =>
  sources.map(([document, section, text], at) => ({ n: at + 1, document, section, text }));

/** A French question without a conversation before it; every field can be replaced. */
export const promptInput = (
  question: string,
  sources: readonly PromptSource[],
  fields: Partial<AnswerPromptInput> = {},
): AnswerPromptInput => ({
  question,
  language: 'fr',
  previous: null,
  history: [],
  sources,
  ...fields,
});
