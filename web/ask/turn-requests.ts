import type { AskRequest, TurnEvent } from '../../server/contract/conversations.ts';
import { readFailure, type Failure } from '../api/failure.ts';
import { type NumberedEvent, readNumberedEvents } from './event-stream.ts';

/** A stream of events that has begun, or why it did not. */
export type Opened =
  | { readonly ok: true; readonly events: AsyncIterable<NumberedEvent<TurnEvent>> }
  | { readonly ok: false; readonly failure: Failure };

const eventTypes: ReadonlySet<unknown> = new Set<TurnEvent['type']>([
  'turn-stored',
  'sources-available',
  'text-delta',
  'citations-available',
  'answer-end',
  'stopped',
  'error',
]);

/**
 * Asks a question. Sent again with the same `requestKey` it joins the answer that the first one began.
 * @throws when the server cannot be reached, or `signal` fires
 */
export async function openAnswer(request: AskRequest, signal: AbortSignal): Promise<Opened> {
  return toOpened(
    await fetch('/api/answers', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
      body: JSON.stringify(request),
      signal,
    }),
  );
}

/**
 * Comes back to an answer that was begun, after event `after`; -1 for the whole of it.
 * @throws when the server cannot be reached, or `signal` fires
 */
export async function reopenAnswer(
  turnId: string,
  after: number,
  signal: AbortSignal,
): Promise<Opened> {
  const query = after < 0 ? '' : `?after=${after}`;
  return toOpened(
    await fetch(`/api/turns/${encodeURIComponent(turnId)}/events${query}`, {
      headers: { accept: 'text/event-stream' },
      signal,
    }),
  );
}

async function toOpened(response: Response): Promise<Opened> {
  if (!response.ok || !response.body) return { ok: false, failure: await readFailure(response) };
  return { ok: true, events: readNumberedEvents<TurnEvent>(response.body, eventTypes) };
}
