import type { Tutor } from '../compose.ts';
import { printable } from '../terminal/printable.ts';
import type { Style } from '../terminal/style.ts';
import { collectAnswer } from './collect-answer.ts';
import { formatAnswer } from './format-answer.ts';
import { formatTrace } from './format-trace.ts';

export type AskOptions = {
  readonly tutor: Tutor;
  readonly style: Style;
  /** Prints how retrieval scored the passages. */
  readonly trace: boolean;
  /** Prints one JSON object instead of text. */
  readonly json: boolean;
  readonly language?: 'fr' | 'en';
};

/** Passages in a trace: those that a model is shown and as many that it is not. */
const tracedPassages = 16;

/**
 * Asks one question and prints the answer as it comes; returns the conversation, to be asked on.
 * @throws {TutorError} as the tutor's `answer`; the abort reason when `signal` fires
 */
export async function askOnce(
  question: string,
  { tutor, style, trace, json, language }: AskOptions,
  {
    conversationId,
    signal = new AbortController().signal,
  }: { readonly conversationId?: string | undefined; readonly signal?: AbortSignal } = {},
): Promise<string> {
  const out = process.stdout;
  const request = {
    question,
    ...(conversationId && { conversationId }),
    ...(language && { language }),
  };
  const answer = await collectAnswer(tutor.answer(request, signal), {
    onText: (delta) => json || out.write(printable(delta)),
  });
  const retrieval = trace ? await tutor.trace(question, tracedPassages) : null;
  if (json) {
    const passages = retrieval?.chunks.map(({ chunk, rank, score, signals }) => {
      return { chunkId: chunk.id, rank, score, signals };
    });
    const traced = retrieval && { ...retrieval, chunks: passages };
    out.write(`${JSON.stringify({ question, ...answer, ...(traced && { trace: traced }) })}\n`);
    return answer.conversationId;
  }
  const notes = formatAnswer(answer, tutor.opened.index.documents, style);
  out.write(`\n${notes.length > 0 ? '\n' : ''}`);
  for (const line of notes) out.write(`${line}\n`);
  if (retrieval) out.write(`\n${formatTrace(retrieval, answer).join('\n')}\n`);
  return answer.conversationId;
}
