import { once } from 'node:events';
import type { Response } from 'express';
import { type Numbered, ReaderDetached } from '../classroom/live-streams.ts';
import type { TurnEvent } from '../contract/conversations.ts';
import type { DraftEvent } from '../contract/drafts.ts';
import { errorTable, TutorError } from '../errors.ts';
import { requestIdOf } from './request-id.ts';

/** Proxies close a connection that is silent for long; 15 s is what the HTML standard advises (§9.2.7). */
const heartbeatMs = 15_000;

/** A client that reads nothing for this long is cut off: it would hold its place, and what it did not read. */
const unreadMs = 30_000;

type SentEvent = TurnEvent | DraftEvent;

/**
 * Streams the events of an answer or a critique as server-sent events, waiting for the client where it reads slowly.
 *
 * A failure before the first event rejects, so that the error handler can still choose a status; a later one becomes
 * an `error` event, which has no number. Every stream ends with exactly one `answer-end`, `critique-end`, `stopped` or
 * `error`, but for a reader that fell too far behind: it is cut off, and can ask for the rest. A client that left is no
 * failure, and failures are logged where they happen.
 */
export async function sendEvents(
  response: Response,
  events: AsyncIterable<Numbered<SentEvent>>,
): Promise<void> {
  let heartbeat: NodeJS.Timeout | undefined;
  try {
    let last: SentEvent['type'] | null = null;
    for await (const { number, event } of events) {
      if (response.destroyed) return;
      if (!response.headersSent) heartbeat = open(response);
      await write(response, toFrame(event, number));
      last = event.type;
      if (isLast(last)) break;
    }
    if (last === null || !isLast(last)) throw new TutorError('internal', 'An answer did not end.');
  } catch (error) {
    if (response.destroyed) return;
    if (error instanceof ReaderDetached) return void response.destroy();
    if (!response.headersSent) throw error;
    const { code } = error instanceof TutorError ? error : { code: 'internal' as const };
    const { retryable } = errorTable[code];
    const requestId = requestIdOf(response);
    await write(response, toFrame({ type: 'error', code, retryable, requestId }));
  } finally {
    clearInterval(heartbeat);
  }
  response.end();
}

const isLast = (type: SentEvent['type']): boolean =>
  type === 'answer-end' || type === 'critique-end' || type === 'stopped' || type === 'error';

function open(response: Response): NodeJS.Timeout {
  response.writeHead(200, {
    'Content-Type': 'text/event-stream; charset=utf-8',
    // `no-transform`: who compresses, we or a proxy, would hold events back until a block is full.
    'Cache-Control': 'no-cache, no-transform',
    'X-Accel-Buffering': 'no',
  });
  response.flushHeaders();
  return setInterval(() => {
    if (!response.writableNeedDrain) response.write(': heartbeat\n\n');
  }, heartbeatMs);
}

const toFrame = (event: SentEvent, number?: number): string =>
  `event: ${event.type}\n${number === undefined ? '' : `id: ${number}\n`}data: ${JSON.stringify(event)}\n\n`;

/** Resolves when the client can take more, or is gone. */
async function write(response: Response, frame: string): Promise<void> {
  if (response.destroyed || response.write(frame)) return;
  const settled = new AbortController();
  const unread = setTimeout(() => response.destroy(), unreadMs);
  try {
    const { signal } = settled;
    await Promise.race([once(response, 'drain', { signal }), once(response, 'close', { signal })]);
  } finally {
    clearTimeout(unread);
    settled.abort();
  }
}
