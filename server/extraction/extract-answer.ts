import { type AnswerPromptInput, contextWeights } from '../tutoring/answer-prompt.ts';
import { listCandidates } from './candidates.ts';
import { composeReply } from './compose-reply.ts';
import { type ExtractionTools, parseQuestion } from './parse-question.ts';
import { pointedAt } from './pointed.ts';
import { inScope } from './scope.ts';
import { scoreCandidates } from './score-candidate.ts';
import { selectAnswer } from './select-answer.ts';
import { selectExpected } from './select-expected.ts';
import { gatherEvidence, isSupported } from './support.ts';

/**
 * The offline model: answers a prompt with statements of its sources, chosen and ordered, never reworded.
 * @returns a reply in the protocol of the prompt: text with `[[n|quotation]]`, or `[[abstain]]`
 */
export function extractAnswer(input: AnswerPromptInput, tools: ExtractionTools): string {
  const question = parseQuestion(input, tools);
  if (question.foci.length === 0) return '[[abstain]]';
  const candidates = inScope(listCandidates(input.sources, tools), question);
  const scored = scoreCandidates(candidates, question);
  const { previous } = input;
  const matches = tools.matcher.match({
    text: input.question,
    ...(previous && {
      context: { text: previous.question, weight: contextWeights[previous.link] },
    }),
  });
  const expected = selectExpected(pointedAt(matches, candidates), scored);
  const selection = expected ?? selectAnswer(scored, question);
  if (!selection || (!expected && !isSupported(gatherEvidence(selection, question, candidates))))
    return '[[abstain]]';
  return composeReply(selection, question);
}
