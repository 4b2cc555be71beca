import {
  createQuestionMatcher,
  overlap,
  type QuestionMatcher,
} from '../../server/retrieval/expected/create-question-matcher.ts';
import {
  buildExpectedIndexInSteps,
  expectedTexts,
} from '../../server/retrieval/expected/expected-index.ts';
import type { ExpectedQuestion } from '../../server/retrieval/expected/expected-question.ts';
import { runAtOnce } from '../../server/retrieval/run-in-slices.ts';
import type { Course } from '../bench/course.ts';

/** A wording that is asked as a student would, of a matcher that never saw it. */
export type HeldOut = {
  readonly ask: string;
  /** Position of its expected question. */
  readonly at: number;
  readonly question: ExpectedQuestion;
  /** Positions of the expected questions that the same words answer, its own included. */
  readonly same: ReadonlySet<number>;
  /** Knows every wording but this one and one of each other question. */
  readonly matcher: QuestionMatcher;
};

/**
 * Every wording of the expected questions, held out in turn: in the n-th round the n-th wording of each question is
 * left out of the index, so that rounds are as many as the longest entry has wordings.
 * @param step takes one wording in so many
 */
export function* holdOut({ tutor, tools }: Course, step = 1): Generator<HeldOut> {
  const { expected, documents, chunks } = tutor.opened.index;
  const { questions } = expected;
  const rounds = Math.max(0, ...questions.map(({ asks }) => asks.length));
  const sameAs = questions.map(
    (question) => new Set(questions.flatMap((other, at) => (overlap(question, other) ? [at] : []))),
  );
  let count = 0;
  for (let round = 0; round < rounds; round += 1) {
    const kept = questions.map((question) => ({
      ...question,
      asks: question.asks.length > 1 ? question.asks.toSpliced(round, 1) : question.asks,
    }));
    const texts = expectedTexts(kept, documents, chunks);
    const matcher = createQuestionMatcher({
      expected: runAtOnce(buildExpectedIndexInSteps(kept, texts, tools.analyzer)),
      ...{ documents, chunks, tools },
    });
    for (const [at, question] of questions.entries()) {
      const ask = question.asks[round];
      if (ask === undefined || question.asks.length < 2) continue;
      count += 1;
      if (count % step === 0) yield { ask, at, question, same: sameAs[at]!, matcher };
    }
  }
}
