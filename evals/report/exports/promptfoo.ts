import { stringify } from 'yaml';
import type { QuestionCase } from '../../cases/load-cases.ts';
import type { RunRow } from '../../runs/run-row.ts';
import type { ReportModel } from '../report-model.ts';
import { senseOf } from '../metric-sense.ts';

/** Puts the events of an answer together again; runs inside promptfoo. */
const readEvents =
  "text.split('\\n').filter((line) => line.startsWith('data:')).map((line) => JSON.parse(line.slice(5))).filter(({ type }) => type === 'text-delta').map(({ delta }) => delta).join('')";

/**
 * A configuration with which promptfoo asks a running Repère the questions of one turn, and looks for a wording of
 * every vital fact. Conversations of several turns are left out: the configuration asks one question per test. Repère
 * asks who asks: `REPERE_STUDENT` is the value of a student's session cookie, and `promptfoo eval --delay` keeps within the
 * questions that a student may ask.
 */
export const promptfooConfig = (questions: readonly QuestionCase[]): string =>
  stringify({
    description: 'Repère: questions that the course answers',
    prompts: ['{{question}}'],
    providers: [
      {
        id: 'http://127.0.0.1:3000/api/answers',
        label: 'repere',
        config: {
          method: 'POST',
          // Of a student who has entered, as the browser holds it.
          headers: {
            'Content-Type': 'application/json',
            Cookie: 'repere-student={{env.REPERE_STUDENT}}',
          },
          body: { question: '{{prompt}}' },
          transformResponse: `(json, text) => ${readEvents}`,
        },
      },
    ],
    tests: questions
      .filter(({ turns }) => turns.length === 1)
      .map(({ id, turns, tags, nuggets }) => ({
        description: id,
        // Rendered as a template by promptfoo: braces of a question must stay as they are.
        vars: { question: turns[0]!.replaceAll('{{', '{ {').replaceAll('{%', '{ %') },
        metadata: { tags },
        assert: nuggets
          .filter(({ importance }) => importance === 'vital')
          .map(({ any }) => ({ type: 'icontains-any', value: [...any], metric: 'gold-fact' })),
      })),
  });

/** The run in the shape of promptfoo's result file, version 3, for its viewer. Dev split only: it holds the replies. */
export function promptfooResults({ run }: ReportModel): string {
  const rows = run.rows.filter(({ split }) => split === 'dev');
  const { variant, startedAt } = run.header;
  const results = rows.map((row, testIdx) => toResult(row, testIdx));
  const successes = results.filter(({ success }) => success).length;
  const errors = rows.filter(({ status }) => status !== 'ok').length;
  const sum = (of: (row: RunRow) => number) => rows.reduce((total, row) => total + of(row), 0);
  const [prompt, completion] = [sum(({ usage }) => usage.in), sum(({ usage }) => usage.out)];
  const tokenUsage = { prompt, completion, cached: 0, total: prompt + completion };
  const failures = results.length - successes - errors;
  const shown = { raw: '{{question}}', label: variant.id, provider: variant.model };
  return `${JSON.stringify(
    {
      evalId: `eval-${run.header.run}`,
      results: {
        version: 3,
        timestamp: startedAt,
        prompts: [
          {
            ...shown,
            metrics: {
              ...{ score: successes, testPassCount: successes, testFailCount: failures },
              ...{ testErrorCount: errors, tokenUsage, namedScores: {} },
              totalLatencyMs: sum(({ timing }) => timing.totalMs),
              cost: sum(({ usage }) => usage.costUsd ?? 0),
            },
          },
        ],
        results,
        stats: { successes, failures, errors, tokenUsage },
      },
      config: { description: `Repère, variant ${variant.id}` },
      shareableUrl: null,
    },
    null,
    1,
  )}\n`;
}

function toResult(row: RunRow, testIdx: number) {
  const measured = row.scores.flatMap(({ metric, value, evidence }) =>
    value === null
      ? []
      : [{ metric, value, evidence, good: senseOf(metric) === 1 ? value : 1 - value }],
  );
  // As promptfoo has it: all verdicts of a case hold. Graded scores are shown and decide nothing.
  const verdicts = measured.filter(({ value }) => value === 0 || value === 1);
  const success = row.status === 'ok' && verdicts.every(({ good }) => good === 1);
  const score =
    verdicts.length === 0 ? 0 : verdicts.reduce((sum, { good }) => sum + good, 0) / verdicts.length;
  const vars = { question: row.turns.at(-1) ?? '' };
  return {
    ...{ promptIdx: 0, testIdx, success, score, vars },
    id: `${row.caseId}-${row.trial}`,
    prompt: { raw: vars.question, label: row.variant.id },
    provider: { id: row.variant.model, label: row.variant.id },
    testCase: { description: row.caseId, vars, metadata: { suite: row.suite, tags: row.tags } },
    response: {
      output: row.output?.text ?? '',
      tokenUsage: {
        prompt: row.usage.in,
        completion: row.usage.out,
        total: row.usage.in + row.usage.out,
      },
    },
    ...(row.error !== undefined && { error: row.error }),
    failureReason: success ? 0 : row.status === 'ok' ? 1 : 2,
    namedScores: Object.fromEntries(measured.map(({ metric, value }) => [metric, value])),
    gradingResult: {
      ...{
        pass: success,
        score,
        reason: success ? 'All verdicts hold' : 'A verdict does not hold',
      },
      componentResults: verdicts.map(({ metric, good, evidence }) => ({
        ...{ pass: good === 1, score: good },
        reason: evidence === undefined ? metric : `${metric}: ${JSON.stringify(evidence)}`,
        assertion: { type: 'javascript', metric },
      })),
    },
    latencyMs: row.timing.totalMs,
    cost: row.usage.costUsd ?? 0,
    metadata: { cached: row.timing.cached },
  };
}
