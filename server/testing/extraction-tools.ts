import type { ExtractionTools } from '../extraction/parse-question.ts';
import { createAnalyzer } from '../language/analyzer.ts';
import { createQuestionMatcher } from '../retrieval/expected/create-question-matcher.ts';
import { createGlossary } from '../retrieval/glossary.ts';
import { buildKeywordIndex } from '../retrieval/keyword-index.ts';
import { createSpeller } from '../retrieval/spelling.ts';
import { createTermWeights } from '../retrieval/term-weights.ts';
import type { AnswerPromptInput, PromptSource } from '../tutoring/answer-prompt.ts';

/** One term's names, French and English. */
export type FakeTerm = { readonly fr: readonly string[]; readonly en: readonly string[] };

const analyzer = createAnalyzer();
const noQuestions = { questions: [], keywords: buildKeywordIndex([], analyzer) };

/** What the extraction needs, over a corpus that holds these sources and nothing else. */
export function extractionTools(
  sources: readonly PromptSource[],
  { glossary = [], lexicon = [] }: { glossary?: FakeTerm[]; lexicon?: FakeTerm[] } = {},
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
    matcher: createQuestionMatcher({
      expected: noQuestions,
      documents: new Map(),
      chunks: [],
      tools,
    }),
    weights: createTermWeights(stems),
    read: new Map(),
  };
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
