import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { draftLines } from './draft-lines.ts';

describe('draftLines', () => {
  it('gives the draft back when its lines are joined', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('# ', 'mot', ' ', '\n', '🧭', '#')), (parts) => {
        const text = parts.join('');
        const joined = draftLines(text).map(({ start, end }) => text.slice(start, end));
        expect(joined.join('\n')).toBe(text);
      }),
    );
  });

  it.each([
    ['# Analyse', 'heading', 2],
    ['###### Fin', 'heading', 7],
    ['#hashtag', 'text', 0],
    ['####### sept', 'text', 0],
    ['# ', 'text', 0],
    ['  ', 'blank', 0],
    ['', 'blank', 0],
  ])('reads %j', (line, kind, signs) => {
    expect(draftLines(line)).toEqual([{ start: 0, end: line.length, kind, signs }]);
  });
});
