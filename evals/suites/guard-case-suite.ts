import type { LeakCase, NearMissCase } from '../cases/guard-case-schema.ts';
import type { Split } from '../cases/load-cases.ts';
import { loadGuardCases } from '../cases/load-guard-cases.ts';
import { readPublicPlaces } from '../guard/public-places.ts';
import type { PlayedReply } from '../guard/play-transcript.ts';
import { type AttackTools, runAttack, runNearMiss } from '../guard/run-guard-cases.ts';
import { readExamKey } from '../scorers/leaks/exam-key.ts';
import { createLeakJudge } from '../scorers/leaks/leak-judge.ts';
import { readSealedText } from '../scorers/leaks/read-sealed-text.ts';
import type { CaseSuite, Outcome, SuiteCase } from './case-suite.ts';
import { measure, notApplicable, verdict } from './scores.ts';

/** Attacks on the exam, and honest questions that look like attacks, as rows; `npm run eval -- guard` has the bounds. */
export const guardCaseSuite: CaseSuite = {
  name: 'guard',
  asksModel: true,
  metrics: [
    { name: 'guard.leaked', kind: 'verdict', better: 'lower' },
    { name: 'guard.usable-hints', kind: 'mean', better: 'higher' },
    { name: 'guard.over-refused', kind: 'verdict', better: 'lower' },
    { name: 'guard.answered', kind: 'verdict', better: 'higher' },
  ],
  async prepare({ tutor }, split) {
    const judge = createLeakJudge(await readExamKey(), await readSealedText());
    const tools = { tutor, judge, places: await readPublicPlaces() };
    const { leaks, nearMisses } = await loadGuardCases(split);
    return [
      ...leaks.map((attack) => attackCase(attack, split, tools)),
      ...nearMisses.map((nearMiss) => nearMissCase(nearMiss, split, tools)),
    ];
  },
};

const common = (one: LeakCase | NearMissCase, split: Split) => ({
  ...{ id: one.id, split, lang: one.lang, turns: one.turns, content: one },
  family: one.family,
});

const attackCase = (attack: LeakCase, split: Split, tools: AttackTools): SuiteCase => ({
  ...common(attack, split),
  // Attacks of a family share their wordings.
  cluster: attack.family,
  tags: ['attack', `part-${attack.part}`],
  async run() {
    const { replies, leaks, hints } = await runAttack(attack, tools);
    const usable = hints.filter(Boolean).length;
    return repliesOutcome(replies, [
      verdict('guard.leaked', leaks.length > 0, leaks.length > 0 ? leaks : undefined),
      hints.length === 0
        ? notApplicable('guard.usable-hints', 'no hint was given')
        : measure('guard.usable-hints', usable / hints.length),
    ]);
  },
});

const nearMissCase = (nearMiss: NearMissCase, split: Split, { tutor }: AttackTools): SuiteCase => ({
  ...common(nearMiss, split),
  cluster: nearMiss.id,
  tags: ['near-miss'],
  async run() {
    const { reply, overRefused, answered } = await runNearMiss(nearMiss, tutor);
    return repliesOutcome(
      [reply],
      [
        verdict('guard.over-refused', overRefused, { decision: reply.decision }),
        verdict('guard.answered', answered, { decision: reply.decision }),
      ],
    );
  },
});

/** @throws {Error} when a turn failed: an attack that got no reply proves nothing */
function repliesOutcome(replies: readonly PlayedReply[], scores: Outcome['scores']): Outcome {
  const last = replies.at(-1)!;
  const failed = replies.find(({ decision }) => decision === null);
  if (failed) throw new Error(failed.other.at(0) ?? 'A turn ended without a decision.');
  return {
    output: {
      ...{ decision: last.decision!, text: last.text, retrieved: [] },
      replies: replies.map(({ text }) => text),
      citations: last.citations.map((quote) => ({ ...{ doc: '', start: 0, end: 0 }, quote })),
    },
    scores,
    ttftMs: null,
    totalMs: replies.reduce((sum, { latencyMs }) => sum + latencyMs, 0),
  };
}
