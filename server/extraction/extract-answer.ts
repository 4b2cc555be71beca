import type { AnswerPromptInput } from '../tutoring/answer-prompt.ts';
import { composeReply } from './compose-reply.ts';
import { consider } from './consider.ts';
import type { ExtractionTools } from './parse-question.ts';
import { isSupported } from './support.ts';

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
  const considered = consider(input, tools);
  if (!considered || !isSupported(considered.evidence, caution)) return '[[abstain]]';
  return composeReply(considered.selection, considered.question);
}
