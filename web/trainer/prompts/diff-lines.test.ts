import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffLines, type DiffLine } from './diff-lines.ts';

const line = fc.constantFrom('a', 'b', 'c', '', 'Cite.');
const text = fc.array(line, { maxLength: 12 }).map((lines) => lines.join('\n'));
const without = (kind: DiffLine['kind'], lines: readonly DiffLine[]) =>
  lines
    .filter((one) => one.kind !== kind)
    .map((one) => one.text)
    .join('\n');

describe('diffLines', () => {
  it('gives both texts back', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const lines = diffLines(before, after);
        expect(without('added', lines)).toBe(before);
        expect(without('removed', lines)).toBe(after);
      }),
    );
  });

  it('changes nothing between equal texts, and no more lines than it must', () => {
    fc.assert(
      fc.property(text, line, (before, added) => {
        expect(diffLines(before, before).every(({ kind }) => kind === 'same')).toBe(true);
        const changed = diffLines(before, `${before}\n${added}`).filter(
          ({ kind }) => kind !== 'same',
        );
        expect(changed).toHaveLength(1);
      }),
    );
  });

  it('takes a changed line for one removed and one added, in this order', () => {
    expect(diffLines('un\ndeux\ntrois', 'un\n2\ntrois')).toEqual([
      { kind: 'same', text: 'un' },
      { kind: 'removed', text: 'deux' },
      { kind: 'added', text: '2' },
      { kind: 'same', text: 'trois' },
    ]);
  });
});
