import type { Nodes } from 'mdast';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alignOffsets } from './align-offsets.ts';
import { parseDocument } from './parse-document.ts';

/** Value and source of every text in a document. */
function leaves(node: Nodes, text: string): { value: string; source: string }[] {
  if ('children' in node) return node.children.flatMap((child) => leaves(child, text));
  const { start, end } = node.position ?? {};
  if (node.type !== 'text' && node.type !== 'inlineCode') return [];
  return [{ value: node.value, source: text.slice(start?.offset, end?.offset) }];
}

const parts = fc.constantFrom(
  'é',
  'mot',
  ' ',
  '\\*',
  '\\_',
  '&eacute;',
  '&amp;',
  '&#233;',
  '&',
  '&foo;',
  '\n> ',
  '`x`',
  '**g**',
  '🧭',
  '> ',
  '_',
);

describe('alignOffsets', () => {
  it('finds each character where the source has it, in order', () => {
    fc.assert(
      fc.property(fc.array(parts), (pieces) => {
        const text = pieces.join('');
        for (const { value, source } of leaves(parseDocument(text), text)) {
          const offsets = alignOffsets(value, source);
          expect(offsets).toHaveLength(value.length);
          offsets.forEach((offset, index) => {
            expect(offset).toBeGreaterThanOrEqual(offsets[index - 1] ?? 0);
            // Either the character itself, or the reference that stands for it.
            expect([value[index], '&']).toContain(source[offset]);
          });
        }
      }),
    );
  });

  it.each([
    ['a*b', 'a\\*b', [0, 2, 3]],
    ['été', '&eacute;t&eacute;', [0, 8, 9]],
    ['a & b', 'a &amp; b', [0, 1, 2, 7, 8]],
    ['&foo;', '&foo;', [0, 1, 2, 3, 4]],
    ['a\nb', 'a\n   > b', [0, 1, 7]],
    ['x y', '`` x y ``', [3, 4, 5]],
    ['', '', []],
  ])('aligns %j with %j', (value, source, offsets) => {
    expect(alignOffsets(value, source)).toEqual(offsets);
  });
});
