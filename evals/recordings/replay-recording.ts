import type { AnswerEvent } from '../../server/contract/answers.ts';
import { freeTurn } from '../../server/testing/fakes.ts';
import { type PromptSource, readAnswerPrompt } from '../../server/tutoring/answer-prompt.ts';
import { type QuotableChunk, type Reply, streamReply } from '../../server/tutoring/stream-reply.ts';
import { checkQuotations, type QuotationCounts } from '../scorers/check-quotations.ts';
import type { Recording } from './recording.ts';

/** What the tutor makes of a recorded reply now. */
export type Replayed = {
  readonly reply: Reply;
  /** The text as it was streamed. */
  readonly shown: string;
  /** The sentences named as unsupported. */
  readonly unsupported: readonly string[];
  readonly quotations: QuotationCounts;
};

/**
 * Passes a recorded reply, cut into `pieces`, through the tutor, over the sources of the recording's own prompt.
 * @throws {Error} when the recording holds no answer prompt
 */
export async function replayRecording(
  { messages }: Recording,
  pieces: readonly string[],
): Promise<Replayed> {
  const { language, sources } = readAnswerPrompt(messages);
  const chunks = sources.map(toChunk);
  const events = streamReply(
    { name: 'recorded', stream: () => stream(pieces) },
    { messages, chunks, language, nearest: 0, guarded: freeTurn },
    new AbortController().signal,
  );
  let shown = '';
  let next: IteratorResult<AnswerEvent, Reply>;
  while (!(next = await events.next()).done) {
    if (next.value.type === 'text-delta') shown += next.value.delta;
  }
  const reply = next.value;
  const texts = new Map(
    chunks.map(({ chunk }) => [chunk.documentId, ' '.repeat(chunk.start) + chunk.text]),
  );
  const citations = reply.citations.map((found, index) => ({
    ...found,
    marker: index + 1,
    quote: texts.get(found.documentId)?.slice(found.start, found.end) ?? '',
  }));
  return {
    reply,
    shown,
    unsupported: reply.unsupported.map(({ start, end }) => reply.text.slice(start, end)),
    quotations: checkQuotations(shown, citations, texts),
  };
}

async function* stream(pieces: readonly string[]): AsyncGenerator<string> {
  yield* pieces;
}

/** Each source becomes a document of its own, in which it does not stand at the beginning. */
const toChunk = ({ n, text }: PromptSource): QuotableChunk => ({
  rank: n,
  chunk: { documentId: `source-${n}`, start: 100 * n, text },
});
