import { once } from 'node:events';
import type { Response } from 'express';
import type { AnswerEvent } from '../contract/answers.ts';
import type { CritiqueEvent } from '../contract/critiques.ts';
import { errorTable, TutorError } from '../errors.ts';
import { type Log, toLogFields } from '../log.ts';
import { requestIdOf } from './request-id.ts';

/** Proxies close a connection that is silent for long; 15 s is what the HTML standard advises (§9.2.7). */
const heartbeatMs = 15_000;

/** A client that reads nothing for this long is cut off: it would hold its place, and what it did not read. */
const unreadMs = 30_000;

type SentEvent = AnswerEvent | CritiqueEvent;

/**
 * Streams the events of an answer or a critique as server-sent events, waiting for the client where it reads slowly.
 *
 * A failure before the first event rejects, so that the error handler can still choose a status; a later one becomes
 * an `error` event. Every stream ends with exactly one `answer-end`, `critique-end` or `error`. A client that left is no failure.
 */
export async function sendEvents(
  response: Response,
  events: AsyncIterable<SentEvent>,
  log: Log,
): Promise<void> {
  let heartbeat: NodeJS.Timeout | undefined;
  try {
    let last: SentEvent['type'] | null = null;
    for await (const event of events) {
      if (response.destroyed) return;
      if (!response.headersSent) heartbeat = open(response);
      await write(response, toFrame(event));
      last = event.type;
      if (isLast(last)) break;
    }
    if (last === null || !isLast(last)) throw new TutorError('internal', 'An answer did not end.');
  } catch (error) {
    if (response.destroyed) return;
    if (!response.headersSent) throw error;
    const { code } = error instanceof TutorError ? error : { code: 'internal' as const };
    const requestId = requestIdOf(response);
    log.error('answer-failed', { ...toLogFields(error), requestId });
    const { retryable } = errorTable[code];
    await write(response, toFrame({ type: 'error', code, retryable, requestId }));
  } finally {
    clearInterval(heartbeat);
  }
  response.end();
}

const isLast = (type: SentEvent['type']): boolean =>
  type === 'answer-end' || type === 'critique-end' || type === 'error';

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

const toFrame = (event: SentEvent): string =>
  `event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`;

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
