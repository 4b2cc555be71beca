import type { AnswerEvent, Decision, Unsupported } from '../contract/answers.ts';
import type { Citation, Source } from '../contract/course.ts';
import { TutorError } from '../errors.ts';

/** One answer as a whole, gathered from its events. */
export type CollectedAnswer = {
  readonly conversationId: string;
  readonly text: string;
  readonly decision: Decision;
  readonly language: 'fr' | 'en';
  readonly model: string;
  readonly fallback: boolean;
  readonly keywordsOnly: boolean;
  readonly sources: readonly Source[];
  readonly citations: readonly Citation[];
  readonly unsupported: readonly Unsupported[];
  readonly dropped: number;
  readonly nearest: readonly Source[];
  /** Milliseconds from the question to the end, and to the first text. */
  readonly timing: { readonly totalMs: number; readonly firstTextMs: number | null };
};

export type CollectOptions = {
  /** Called with each piece of text as it comes. */
  readonly onText?: (delta: string) => void;
  /** Called as soon as the conversation is known, hence also for an answer that fails later. */
  readonly onConversation?: (id: string) => void;
};

/**
 * Gathers the events of one answer.
 * @throws whatever the answer throws; {@link TutorError} `internal` when it does not end with `answer-end`
 */
export async function collectAnswer(
  events: AsyncIterable<AnswerEvent>,
  { onText, onConversation }: CollectOptions = {},
): Promise<CollectedAnswer> {
  const started = performance.now();
  const elapsed = () => Math.round((performance.now() - started) * 10) / 10;
  const parts = {
    conversationId: '',
    text: '',
    sources: [] as readonly Source[],
    citations: [] as readonly Citation[],
    unsupported: [] as readonly Unsupported[],
    dropped: 0,
  };
  let firstTextMs: number | null = null;
  for await (const event of events) {
    switch (event.type) {
      case 'sources-available':
        parts.conversationId = event.conversationId;
        parts.sources = event.sources;
        onConversation?.(event.conversationId);
        break;
      case 'text-delta':
        firstTextMs ??= elapsed();
        parts.text += event.delta;
        onText?.(event.delta);
        break;
      case 'citations-available':
        parts.citations = event.citations;
        parts.unsupported = event.unsupported;
        parts.dropped = event.dropped;
        break;
      case 'answer-end': {
        const { type: _, ...end } = event;
        return { ...parts, ...end, timing: { totalMs: elapsed(), firstTextMs } };
      }
      case 'error':
        throw new TutorError('internal', `The answer failed (${event.code}).`);
    }
  }
  throw new TutorError('internal', 'The answer did not end.');
}
