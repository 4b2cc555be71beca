import type { TurnEvent } from '../../server/contract/conversations.ts';
import { networkFailure, streamCut } from '../api/failure.ts';
import type { AnswerAction } from './answer-state.ts';
import type { Opened } from './turn-requests.ts';

export type FollowDependencies = {
  /** Asks, or asks again with the same key; `null` where an answer is only followed. */
  readonly ask: ((signal: AbortSignal) => Promise<Opened>) | null;
  /** Comes back to a turn after an event. */
  readonly reopen: (turnId: string, after: number, signal: AbortSignal) => Promise<Opened>;
  /** Resolves after a while, or as soon as there is a network again. */
  readonly wait: (milliseconds: number, signal: AbortSignal) => Promise<void>;
};

/** Pauses before the connection is tried again, in milliseconds; after the last one the reader is asked. */
const pauses: readonly number[] = [500, 1_000, 2_000, 4_000, 8_000];

/**
 * Follows one answer to its end, through cuts of the connection: without a gap or a double, since events are numbered
 * and asking is repeated with the same key. The last action is always an end: the server's, or a `failed`.
 * @param turnId of an answer that was begun before; `null` to begin one
 * @throws the abort reason when `signal` fires
 */
export async function* followTurn(
  { ask, reopen, wait }: FollowDependencies,
  turnId: string | null,
  signal: AbortSignal,
): AsyncGenerator<AnswerAction> {
  let id = turnId;
  let seen = -1;
  for (let attempt = 0; ; attempt += 1) {
    try {
      const opened = await open(id, seen);
      if (!opened.ok) {
        // The page of a proxy says nothing about the question: it may well have arrived.
        if (opened.failure.code !== 'unknown' || attempt >= pauses.length) {
          yield { type: 'failed', failure: opened.failure };
          return;
        }
      } else {
        for await (const { number, event } of opened.events) {
          if (number !== null && number <= seen) continue;
          seen = number ?? seen;
          attempt = 0;
          if (event.type === 'turn-stored') id = event.turnId;
          yield event;
          if (isLast(event)) return;
        }
      }
    } catch {
      // No network, a stream that broke, or one that is garbled.
      signal.throwIfAborted();
    }
    const pause = pauses[attempt];
    if (pause === undefined) {
      yield { type: 'failed', failure: id === null ? networkFailure : streamCut };
      return;
    }
    yield { type: 'connection-lost' };
    await wait(pause, signal);
  }

  async function open(known: string | null, after: number): Promise<Opened> {
    if (known !== null) return reopen(known, after, signal);
    if (ask === null) throw new Error('There is neither a question to ask nor a turn to follow.');
    return ask(signal);
  }
}

const isLast = ({ type }: TurnEvent): boolean =>
  type === 'answer-end' || type === 'stopped' || type === 'error';
