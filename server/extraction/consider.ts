import { type AnswerPromptInput, contextWeights } from '../tutoring/answer-prompt.ts';
import { leaveOutLessons } from './about-lesson.ts';
import { asksForWork } from './asks-for-work.ts';
import { type Evidence, gatherEvidence } from './evidence.ts';
import { listCandidates } from './candidates.ts';
import { type ExtractionTools, type ParsedQuestion, parseQuestion } from './parse-question.ts';
import { inReach } from './in-reach.ts';
import { pointedAt } from './pointed.ts';
import { saysNothing } from './says-nothing.ts';
import { scoreCandidates } from './score-candidate.ts';
import { selectAnswer } from './select-answer.ts';
import { selectExpected } from './select-expected.ts';
import type { Selection } from './selection.ts';
import { withoutToldBefore } from './told-before.ts';
import { withAnnounced } from './with-announced.ts';

/** The best answer that the sources give, and what speaks for and against giving it. */
export type Considered = {
  readonly question: ParsedQuestion;
  readonly selection: Selection;
  readonly evidence: Evidence;
};

/** Chooses the statements that answer best; `null` when there is nothing to choose from. */
export function consider(input: AnswerPromptInput, tools: ExtractionTools): Considered | null {
  const question = parseQuestion(input, tools);
  if (question.foci.length === 0) return null;
  const { previous } = input;
  const matches = tools.matcher.match({
    text: input.question,
    ...(previous && {
      context: { text: previous.question, weight: contextWeights[previous.link] },
    }),
  });
  const all = leaveOutLessons(listCandidates(input.sources, tools), question.folded);
  const candidates = inReach(all, question, matches);
  const [before = null] =
    previous?.link === 'subject'
      ? tools.matcher.match({ text: previous.question }, { limit: 2 })
      : [];
  const scored = scoreCandidates(candidates, question);
  const pointed = pointedAt(matches, candidates);
  const expected = selectExpected(pointed, scored, question);
  const chosen = expected?.selection ?? selectAnswer(scored, question);
  const selection = chosen && withoutToldBefore(withAnnounced(chosen, scored), before, question);
  if (!selection || (!expected && saysNothing(selection, question, candidates))) return null;
  const match = expected?.match ?? pointed[0]?.match ?? null;
  const evidence = gatherEvidence(selection, question, {
    ...{ candidates, match, matches },
    // No trainer expects "do it for me": what helps is told all the same.
    expects:
      tools.matcher.covers(selection.best.candidate.home.document) &&
      !asksForWork.test(question.folded),
  });
  return { question, selection, evidence };
}
