import { ownCases } from '../../server/contract/evals.ts';
import { type PlayedTurn, playCase } from '../bench/play-case.ts';
import type { Score } from '../runs/run-row.ts';
import { checkQuotations } from '../scorers/check-quotations.ts';
import { statesFact } from '../scorers/facts.ts';
import type { CaseSuite, Metric } from '../suites/case-suite.ts';
import { measure, notApplicable, verdict } from '../suites/scores.ts';
import { turnOutcome } from '../suites/turn-output.ts';
import type { OwnCase } from './own-case.ts';

/** What is measured on a trainer's own cases. */
export const ownCaseMetrics: readonly Metric[] = [
  { name: `${ownCases}.as-expected`, kind: 'verdict', better: 'higher' },
  { name: `${ownCases}.quotations-exact`, kind: 'mean', better: 'higher' },
  { name: `${ownCases}.all-supported`, kind: 'verdict', better: 'higher' },
];

/**
 * Whether the tutor does with a trainer's own cases what the trainer expects, on the course that serves. Says nothing of
 * cases without an expectation but how faithful their answers are.
 */
export function ownCasesSuite(cases: readonly OwnCase[]): CaseSuite {
  return {
    ...{ name: ownCases, asksModel: true, metrics: ownCaseMetrics },
    prepare({ tutor, documents }, split) {
      const texts = new Map(documents.map(({ id, text }) => [id, text]));
      const ready = cases.map((one) => ({
        ...{ id: one.caseId, split, lang: one.language, tags: [], cluster: one.caseId },
        ...{ turns: one.turns, content: { turns: one.turns, expects: one.expects } },
        async run(signal: AbortSignal) {
          const turn = await playCase(one.turns, tutor, signal);
          return turnOutcome(turn, [asExpected(turn, one), ...faithful(turn, texts)]);
        },
      }));
      return Promise.resolve(ready);
    },
  };
}

function asExpected({ decision, text }: PlayedTurn, { expects }: OwnCase): Score {
  const metric = `${ownCases}.as-expected`;
  if (expects === null) return notApplicable(metric, 'nobody has said what a right answer is');
  const missing =
    expects.decision === 'answer'
      ? expects.facts.filter((fact) => !statesFact(text, { any: [fact] }))
      : [];
  return verdict(metric, decision === expects.decision && missing.length === 0, {
    ...{ decision, missing },
  });
}

function faithful(turn: PlayedTurn, texts: ReadonlyMap<string, string>): readonly Score[] {
  const { quotations, exact } = checkQuotations(turn.text, turn.citations, texts);
  return [
    quotations === 0
      ? notApplicable(`${ownCases}.quotations-exact`, 'nothing is quoted')
      : measure(`${ownCases}.quotations-exact`, exact / quotations),
    turn.decision === 'answer' && turn.text !== ''
      ? verdict(`${ownCases}.all-supported`, turn.unsupported === 0)
      : notApplicable(`${ownCases}.all-supported`, 'nothing was answered'),
  ];
}
