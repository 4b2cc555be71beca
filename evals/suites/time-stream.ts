import type { AnswerEvent } from '../../server/contract/answers.ts';

/** One answer as a client saw it, over HTTP. */
export type TimedStream = {
  readonly events: readonly AnswerEvent[];
  /** Milliseconds from the request to the first text; `null` when there was none. */
  readonly ttftMs: number | null;
  /** The longest wait between two pieces of text. */
  readonly gapMs: number;
  readonly totalMs: number;
};

/**
 * Asks a server and times what comes, as it comes.
 * @throws {Error} when the server refuses, or the stream ends without its last event
 */
export async function timeStream(
  { url, cookie }: { readonly url: string; readonly cookie: string },
  question: string,
  signal: AbortSignal,
): Promise<TimedStream> {
  const started = performance.now();
  const response = await fetch(`${url}/api/answers`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie },
    body: JSON.stringify({ question }),
    signal,
  });
  if (!response.ok || !response.body) throw new Error(`The server answered ${response.status}.`);
  const events: AnswerEvent[] = [];
  let ttftMs: number | null = null;
  let gapMs = 0;
  let last = started;
  let pending = '';
  for await (const text of response.body.pipeThrough(new TextDecoderStream())) {
    const frames = `${pending}${text}`.split('\n\n');
    pending = frames.pop()!;
    for (const frame of frames) {
      const data = /^data: (.+)$/m.exec(frame)?.[1];
      if (data === undefined) continue; // a comment that keeps the connection open
      const event = JSON.parse(data) as AnswerEvent;
      events.push(event);
      if (event.type !== 'text-delta') continue;
      const now = performance.now();
      if (ttftMs === null) ttftMs = now - started;
      else gapMs = Math.max(gapMs, now - last);
      last = now;
    }
  }
  if (events.at(-1)?.type !== 'answer-end') throw new Error('The stream ended before the answer.');
  return { events, ttftMs, gapMs, totalMs: performance.now() - started };
}
