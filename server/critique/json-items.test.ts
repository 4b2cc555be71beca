import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createJsonItems } from './json-items.ts';

/** What a reader gives of a text cut at some places. */
function readCut(text: string, cuts: readonly number[]): unknown[] {
  const read = createJsonItems('items');
  const places = [0, ...[...cuts].sort((a, b) => a - b), text.length];
  return places.slice(1).flatMap((end, at) => [...read(text.slice(places[at], end))]);
}

const item = fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 3 }), { maxKeys: 4 });
const reply = fc.record({ before: fc.jsonValue(), items: fc.array(item), items2: fc.array(item) });
const cuts = fc.array(fc.nat(400), { maxLength: 20 });

describe('createJsonItems', () => {
  it('gives every object of the array once, in order, however the text is cut', () => {
    fc.assert(
      fc.property(reply, fc.constantFrom(0, 2), cuts, (value, indent, places) => {
        const text = JSON.stringify(value, null, indent);
        expect(readCut(text, places)).toEqual(JSON.parse(JSON.stringify(value.items)));
      }),
    );
  });

  it('gives of a text that breaks off what was closed, and nothing more', () => {
    fc.assert(
      fc.property(fc.array(item), fc.nat(), (items, length) => {
        const text = JSON.stringify({ items }).slice(0, length);
        const read = readCut(text, []);
        expect(read).toEqual(JSON.parse(JSON.stringify(items.slice(0, read.length))));
        const closed = items.findLastIndex((_, at) =>
          text.startsWith(JSON.stringify({ items: items.slice(0, at + 1) }).slice(0, -2)),
        );
        expect(read).toHaveLength(closed + 1);
      }),
    );
  });

  it('does not fail, whatever comes', () => {
    const part = fc.constantFrom('{"items":[', '{', '}', '[', ']', '"', '\\', ':', ',', '1');
    fc.assert(
      fc.property(fc.array(part), cuts, (parts, places) => {
        expect(() => readCut(parts.join(''), places)).not.toThrow();
      }),
    );
  });

  it.each([
    ['behind words and in a code fence', 'Voici :\n```json\n{"items":[{"a":1}]}\n```', [{ a: 1 }]],
    ['with brackets and quotation marks in texts', '{"items":[{"a":"}]\\"{"}]}', [{ a: '}]"{' }]],
    ['only from its own array', '{"x":{"items":[{"a":1}]},"items":[{"a":2}]}', [{ a: 2 }]],
    ['only from the first object', '{"a":1} {"items":[{"a":1}]}', []],
    ['only while brackets match', '{"items":[{"a":1},{"a":[2}],{"a":3}]}', [{ a: 1 }]],
    ['only while it is JSON', '{"items":[{"a":1},{a:2},{"a":3}]}', [{ a: 1 }]],
  ])('reads %s', (_, text, expected) => {
    expect(readCut(text, [])).toEqual(expected);
  });
});
