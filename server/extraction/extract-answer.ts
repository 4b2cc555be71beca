import type { AnswerPromptInput } from '../tutoring/answer-prompt.ts';
import { listCandidates } from './candidates.ts';
import { composeReply } from './compose-reply.ts';
import { type ExtractionTools, parseQuestion } from './parse-question.ts';
import { inScope } from './scope.ts';
import { scoreCandidates } from './score-candidate.ts';
import { selectAnswer } from './select-answer.ts';
import { gatherEvidence, isSupported } from './support.ts';

/**
 * The offline model: answers a prompt with statements of its sources, chosen and ordered, never reworded.
 * @param caution log-odds asked for beyond the usual threshold before it answers
 * @returns a reply in the protocol of the prompt: text with `[[n|quotation]]`, or `[[abstain]]`
 */
export function extractAnswer(
  input: AnswerPromptInput,
  tools: ExtractionTools,
  caution = 0,
): string {
  const question = parseQuestion(input, tools);
  if (question.foci.length === 0) return '[[abstain]]';
  const candidates = inScope(listCandidates(input.sources, tools), question);
  const selection = selectAnswer(scoreCandidates(candidates, question), question);
  if (!selection || !isSupported(gatherEvidence(selection, question, candidates), caution))
    return '[[abstain]]';
  return composeReply(selection, question);
}
