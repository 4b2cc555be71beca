import { playCase } from '../bench/play-case.ts';
import { loadCases } from '../cases/load-cases.ts';
import { checkQuotations } from '../scorers/check-quotations.ts';
import type { CaseSuite } from './case-suite.ts';
import { measure, notApplicable, verdict } from './scores.ts';
import { turnOutcome } from './turn-output.ts';

/** Whether the tutor says so when the course does not answer. What it wrongly abstains from is `answers.answered`. */
export const abstainSuite: CaseSuite = {
  name: 'abstain',
  asksModel: true,
  metrics: [
    { name: 'abstain.abstained', kind: 'verdict', better: 'higher' },
    { name: 'abstain.quotations-exact', kind: 'mean', better: 'higher' },
  ],
  async prepare({ tutor, documents }, split) {
    const { unanswerable } = await loadCases(split, documents);
    const texts = new Map(documents.map(({ id, text }) => [id, text]));
    return unanswerable.map((one) => ({
      ...{ id: one.id, split, lang: one.lang, tags: [...one.tags, one.category] },
      ...{ turns: one.turns, content: one, cluster: one.id },
      async run(signal) {
        const turn = await playCase(one.turns, tutor, signal);
        const { quotations, exact } = checkQuotations(turn.text, turn.citations, texts);
        return turnOutcome(turn, [
          verdict('abstain.abstained', turn.decision === 'abstain', { decision: turn.decision }),
          quotations === 0
            ? notApplicable('abstain.quotations-exact', 'nothing is quoted')
            : measure('abstain.quotations-exact', exact / quotations),
        ]);
      },
    }));
  },
};
