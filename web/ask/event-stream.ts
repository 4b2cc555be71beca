import type { AnswerEvent } from '../../server/contract/answers.ts';

const eventTypes: ReadonlySet<unknown> = new Set<AnswerEvent['type']>([
  'sources-available',
  'text-delta',
  'citations-available',
  'answer-end',
  'error',
]);

/**
 * Reads server-sent events from text that arrives in any pieces: `push` returns the data of each event completed.
 *
 * Lines end in LF, CRLF or CR (WHATWG HTML §9.2.6); comments and fields other than `data` are skipped, and an event
 * that the stream did not finish is never returned.
 */
export function createEventParser(): { push(text: string): readonly string[] } {
  let buffer = '';
  let data: string[] = [];
  return {
    push(text) {
      buffer += text;
      const lines = buffer.split(/\r\n|\n|\r(?!$)/);
      // A CR at the end may be half of a CRLF: it stays in the buffer until the next piece.
      buffer = lines.pop() ?? '';
      const events: string[] = [];
      for (const line of lines) {
        if (line.startsWith('data:')) data.push(line.slice(line[5] === ' ' ? 6 : 5));
        if (line !== '' || data.length === 0) continue;
        events.push(data.join('\n'));
        data = [];
      }
      return events;
    },
  };
}

/** The events of an answer, in order: {@link readKnownEvents}. */
export function readEvents(body: ReadableStream<Uint8Array>): AsyncGenerator<AnswerEvent> {
  return readKnownEvents<AnswerEvent>(body, eventTypes);
}

/**
 * The events of a stream, in order. Types that this page does not know are skipped, so that an older page survives
 * a newer server.
 * @throws {SyntaxError} when an event is not JSON; and whatever the stream fails with.
 */
export async function* readKnownEvents<Event extends { readonly type: string }>(
  body: ReadableStream<Uint8Array>,
  known: ReadonlySet<unknown>,
): AsyncGenerator<Event> {
  const parser = createEventParser();
  const decoder = new TextDecoder();
  const reader = body.getReader();
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      for (const data of parser.push(decoder.decode(part.value, { stream: true }))) {
        const event = JSON.parse(data) as Event;
        if (known.has(event.type)) yield event;
      }
    }
  } finally {
    // Ends the request when the consumer stops early; a stream that ended or failed ignores it.
    await reader.cancel().catch(() => undefined);
  }
}
