import type { AsyncLocalStorage } from 'node:async_hooks';
import { collectAnswer } from '../../server/commands/collect-answer.ts';
import { answerPromptVersion } from '../../server/tutoring/answer-prompt.ts';
import { type Recording, rulesHash } from './recording.ts';
import type { AnsweringTutor } from '../guard/play-transcript.ts';
import type { RecordedCall } from './recording-model.ts';

type Calls = Recording['calls'];

/** A conversation to record; `calls` and `deviates` speak of its last turn, or, as lists, of each. */
export type RecordedCase = {
  readonly id: string;
  readonly turns: readonly string[];
  readonly calls?: Calls | readonly Calls[];
  readonly deviates?: string | readonly (string | null)[];
};

/**
 * Plays a conversation and returns the replies that a model gave in it.
 * @throws {Error} when the model did not answer, also where the tutor fell back on another
 */
export async function recordConversation(
  tutor: AnsweringTutor,
  { id, turns, calls = 'answer', deviates }: RecordedCase,
  store: AsyncLocalStorage<RecordedCall[]>,
): Promise<readonly Recording[]> {
  const recordings: Recording[] = [];
  let conversationId: string | undefined;
  const onConversation = (opened: string) => (conversationId = opened);
  for (const [index, question] of turns.entries()) {
    const noted: RecordedCall[] = [];
    const request = { question, ...(conversationId && { conversationId }) };
    const answer = await store.run(noted, () =>
      collectAnswer(tutor.answer(request, new AbortController().signal), { onConversation }),
    );
    if (answer.fallback) throw new Error('the endpoint did not answer');
    const last = index + 1 === turns.length;
    const called = typeof calls === 'string' ? (last ? calls : 'answer') : calls[index];
    const left = typeof deviates === 'string' ? (last ? deviates : null) : deviates?.[index];
    for (const { messages, reply } of noted) {
      recordings.push({
        id,
        turn: index + 1,
        promptVersion: answerPromptVersion,
        promptHash: rulesHash(messages),
        model: answer.model,
        recordedAt: new Date().toISOString(),
        calls: called ?? 'answer',
        ...(left && { deviates: left }),
        messages: [...messages],
        reply,
        decision: answer.decision,
        dropped: answer.dropped,
        unsupported: answer.unsupported.map(({ start, end }) => answer.text.slice(start, end)),
      });
    }
  }
  return recordings;
}
