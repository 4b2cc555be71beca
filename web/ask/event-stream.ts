type ParsedEvent = { readonly number: number | null; readonly data: string };

/** An event and its place in its stream, from 0; `null` where the server gave it none. */
export type NumberedEvent<Event> = { readonly number: number | null; readonly event: Event };

/**
 * Reads server-sent events from text that arrives in any pieces: `push` returns each event completed, with the
 * number in its `id:`, `null` where it has none.
 *
 * Lines end in LF, CRLF or CR (WHATWG HTML §9.2.6); comments and other fields are skipped, and an event that the
 * stream did not finish is never returned.
 */
export function createEventParser(): { push(text: string): readonly ParsedEvent[] } {
  let buffer = '';
  let data: string[] = [];
  let number: number | null = null;
  return {
    push(text) {
      buffer += text;
      const lines = buffer.split(/\r\n|\n|\r(?!$)/);
      // A CR at the end may be half of a CRLF: it stays in the buffer until the next piece.
      buffer = lines.pop() ?? '';
      const events: ParsedEvent[] = [];
      for (const line of lines) {
        if (line.startsWith('data:')) data.push(line.slice(line[5] === ' ' ? 6 : 5));
        if (/^id: ?\d+$/.test(line)) number = Number(line.slice(3));
        if (line !== '') continue;
        if (data.length > 0) events.push({ number, data: data.join('\n') });
        data = [];
        number = null;
      }
      return events;
    },
  };
}

/** The events of a stream, in order, without their numbers: {@link readNumberedEvents}. */
export async function* readKnownEvents<Event extends { readonly type: string }>(
  body: ReadableStream<Uint8Array>,
  known: ReadonlySet<unknown>,
): AsyncGenerator<Event> {
  for await (const { event } of readNumberedEvents<Event>(body, known)) yield event;
}

/**
 * The events of a stream, in order. Types that this page does not know are skipped, so that an older page survives
 * a newer server.
 * @throws {SyntaxError} when an event is not JSON; and whatever the stream fails with.
 */
export async function* readNumberedEvents<Event extends { readonly type: string }>(
  body: ReadableStream<Uint8Array>,
  known: ReadonlySet<unknown>,
): AsyncGenerator<NumberedEvent<Event>> {
  const parser = createEventParser();
  const decoder = new TextDecoder();
  const reader = body.getReader();
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      for (const { number, data } of parser.push(decoder.decode(part.value, { stream: true }))) {
        const event = JSON.parse(data) as Event;
        if (known.has(event.type)) yield { number, event };
      }
    }
  } finally {
    // Ends the request when the consumer stops early; a stream that ended or failed ignores it.
    await reader.cancel().catch(() => undefined);
  }
}
