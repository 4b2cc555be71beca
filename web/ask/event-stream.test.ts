import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createEventParser, readKnownEvents, readNumberedEvents } from './event-stream.ts';

/** Cuts at the given places, wherever they fall: inside a line end, a character or a JSON string. */
function cut<T extends { slice(from: number, to: number): T; length: number }>(
  whole: T,
  at: readonly number[],
): T[] {
  const edges = [
    0,
    ...at.map((place) => place % (whole.length + 1)).sort((a, b) => a - b),
    whole.length,
  ];
  return edges.slice(1).map((end, index) => whole.slice(edges[index] ?? 0, end));
}

const bodyOf = (pieces: readonly Uint8Array[]) =>
  new ReadableStream<Uint8Array>({
    start(controller) {
      for (const piece of pieces) controller.enqueue(piece);
      controller.close();
    },
  });

const collect = async (pieces: readonly Uint8Array[]) => {
  const events = [];
  for await (const event of readKnownEvents(bodyOf(pieces), known)) events.push(event);
  return events;
};

const known = new Set(['text-delta']);
const cuts = fc.array(fc.nat(), { maxLength: 30 });
const lineEnd = fc.constantFrom('\n', '\r\n', '\r');

describe('createEventParser', () => {
  it('gives the same events however the text is cut, with any line end', () => {
    const data = fc.array(
      fc.string({ unit: 'grapheme' }).map((text) => text.replace(/[\r\n]/g, '')),
      { minLength: 1 },
    );
    fc.assert(
      fc.property(fc.array(data), lineEnd, cuts, (events, end, at) => {
        const frame = (lines: string[]) =>
          [': ping', 'event: x', 'id: 7', ...lines.map((line) => `data: ${line}`), '', ''].join(
            end,
          );
        const parser = createEventParser();
        // A last CR could be half of a CRLF: the comment after it settles that.
        const text = `${events.map(frame).join('')}: end`;
        const read = cut(text, at).flatMap((piece) => parser.push(piece));
        expect(read).toEqual(events.map((lines) => ({ number: 7, data: lines.join('\n') })));
      }),
    );
  });

  it('takes one space after the colon, and only one', () => {
    expect(createEventParser().push('data:a\ndata: b\ndata:  c\n\n')).toEqual([
      { number: null, data: 'a\nb\n c' },
    ]);
  });

  it('passes over heartbeats, unknown fields and empty events', () => {
    expect(
      createEventParser().push(': ping\n\nid: 4\nretry: 10\n\nevent: x\n\ndataset: 1\n\n'),
    ).toEqual([]);
  });

  it('gives each event its own number, and none to one without', () => {
    const events = createEventParser().push(
      'id: 0\ndata: a\n\nid:12\n\ndata: b\n\nid: x\ndata: c\n\n',
    );
    expect(events.map(({ number }) => number)).toEqual([0, null, null]);
  });

  it('keeps back an event that is not finished', () => {
    const parser = createEventParser();
    expect(parser.push('data: {"type":')).toEqual([]);
    expect(parser.push('"x"}\n')).toEqual([]);
    expect(parser.push('\n')).toEqual([{ number: null, data: '{"type":"x"}' }]);
  });
});

describe('readKnownEvents', () => {
  it('reads French, emoji and line breaks whole when bytes are cut anywhere', async () => {
    const deltas = fc.array(
      fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('é', '🧭', 'l’été\n\n[1]')),
    );
    await fc.assert(
      fc.asyncProperty(deltas, lineEnd, cuts, async (texts, end, at) => {
        const events = texts.map((delta) => ({ type: 'text-delta', delta: delta.toWellFormed() }));
        const text = events.map(
          (event) => `event: text-delta${end}data: ${JSON.stringify(event)}${end}${end}`,
        );
        const bytes = new TextEncoder().encode(`${text.join('')}: end`);
        expect(await collect(cut(bytes, at))).toEqual(events);
      }),
    );
  });

  it('skips events of a type it does not know', async () => {
    const text = 'data: {"type":"weather"}\n\ndata: {"type":"text-delta","delta":"a"}\n\n';
    expect(await collect([new TextEncoder().encode(text)])).toEqual([
      { type: 'text-delta', delta: 'a' },
    ]);
  });

  it('hands over the number of each', async () => {
    const text = 'id: 3\ndata: {"type":"text-delta"}\n\n';
    const read = [];
    const body = bodyOf([new TextEncoder().encode(text)]);
    for await (const one of readNumberedEvents(body, known)) read.push(one);
    expect(read).toEqual([{ number: 3, event: { type: 'text-delta' } }]);
  });

  it('throws on an event that is not JSON', async () => {
    await expect(collect([new TextEncoder().encode('data: <html>\n\n')])).rejects.toThrow(
      SyntaxError,
    );
  });

  it('ends the request when its reader stops early', async () => {
    let cancelled = false;
    const body = new ReadableStream<Uint8Array>({
      pull: (controller) =>
        controller.enqueue(new TextEncoder().encode('data: {"type":"text-delta","delta":"a"}\n\n')),
      cancel: () => void (cancelled = true),
    });
    for await (const event of readKnownEvents(body, known)) if (event.type === 'text-delta') break;
    expect(cancelled).toBe(true);
  });
});
