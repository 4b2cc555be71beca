import { consider } from '../../server/extraction/consider.ts';
import type { Evidence } from '../../server/extraction/evidence.ts';
import { createLedgers } from '../../server/integrity/ledger.ts';
import { createRetriever } from '../../server/retrieval/create-retriever.ts';
import { createQuestionMatcher } from '../../server/retrieval/expected/create-question-matcher.ts';
import { createTermWeights } from '../../server/retrieval/term-weights.ts';
import { openGuard } from '../../server/testing/fakes.ts';
import { answer } from '../../server/tutoring/answer.ts';
import { readAnswerPrompt } from '../../server/tutoring/answer-prompt.ts';
import { createConversations } from '../../server/tutoring/conversations.ts';
import { type Course, withCourse } from '../bench/course.ts';
import { loadCases } from '../cases/load-cases.ts';
import { fitLogistic, logOdds } from '../statistics/logistic.ts';

/**
 * `node --import tsx evals/fit/fit-support.ts`: fits, on the dev questions, the coefficients of `support.ts` with which the
 * offline model decides where questions are expected; prints them, and what they give in ten folds.
 */

type Observed = { readonly answerable: boolean; readonly features: readonly number[] };

const shares = ['passage', 'missingTerm', 'missingOrdinary', 'fit'] as const;
const ofExpected = [
  ...(['match', 'explained', 'strange', 'slotUnexpected', 'slotUnbound', 'whyUnexpected'] as const),
] as const;
const folds = 10;
const ridge = 2;

/** Plays a conversation and gives the evidence of its last turn; `null` when there was nothing to weigh. */
function evidenceOver({ tutor, tools }: Course) {
  const { index } = tutor.opened;
  const matcher = createQuestionMatcher({ ...index, tools });
  const retriever = createRetriever({ index, ...tools, matcher, embedder: null });
  const weights = createTermWeights(index.keywords.stems);
  const extraction = { ...tools, matcher, weights, read: new Map() };
  return async (turns: readonly string[]): Promise<Evidence | null> => {
    let evidence: Evidence | null = null;
    const dependencies = {
      ...{ retriever, fallback: null, guard: openGuard, analyzer: tools.analyzer },
      ...{ ledgers: createLedgers(), conversations: createConversations() },
      model: {
        name: 'weighing',
        async *stream(messages: Parameters<typeof readAnswerPrompt>[0]) {
          evidence = consider(readAnswerPrompt(messages), extraction)?.evidence ?? null;
          yield '.';
        },
      },
    };
    let conversationId: string | undefined;
    for (const question of turns) {
      evidence = null;
      const request = { question, ...(conversationId && { conversationId }) };
      for await (const event of answer(dependencies, request, new AbortController().signal)) {
        if (event.type === 'sources-available') conversationId = event.conversationId;
      }
    }
    return evidence;
  };
}

async function observe(course: Course): Promise<readonly Observed[]> {
  const weigh = evidenceOver(course);
  const { questions, unanswerable } = await loadCases('dev', course.documents);
  const observed: Observed[] = [];
  for (const { turns, answerable } of [
    ...questions.map((one) => ({ ...one, answerable: true })),
    ...unanswerable.map((one) => ({ ...one, answerable: false })),
  ]) {
    const { expected, ...others } = (await weigh(turns)) ?? { expected: null };
    if (!expected || !('fit' in others)) continue;
    const features = [
      ...shares.map((name) => others[name]),
      ...ofExpected.map((name) => expected[name]),
    ];
    observed.push({ answerable, features });
  }
  return observed;
}

const fit = (observed: readonly Observed[]) =>
  fitLogistic(
    observed.map(({ answerable, features }) => ({ features, positive: answerable, weight: 1 })),
    ridge,
  );

function report(observed: readonly Observed[]): string {
  const judged = observed.map((one, at) => {
    const others = observed.filter((_, other) => other % folds !== at % folds);
    return { ...one, odds: logOdds(fit(others), one.features) };
  });
  const below = (answerable: boolean, threshold: number) => {
    const some = judged.filter((one) => one.answerable === answerable);
    return `${((100 * some.filter(({ odds }) => odds < threshold).length) / some.length).toFixed(1)} %`;
  };
  const { coefficients, intercept } = fit(observed);
  return [
    `${observed.length} dev questions`,
    ...[...shares, ...ofExpected].map((name, at) => `  ${name}: ${coefficients[at]!.toFixed(2)}`),
    `  intercept: ${intercept.toFixed(2)}`,
    ...[-1.3, -1.1, -0.9, -0.7, -0.5, -0.3, 0].map(
      (threshold) =>
        `below ${threshold}: ${below(true, threshold)} of the answerable, ${below(false, threshold)} of the unanswerable`,
    ),
  ].join('\n');
}

await withCourse(async (course) => {
  process.stdout.write(`${report(await observe(course))}\n`);
});
