import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holdMarkers } from './hold-markers.ts';
import { parseAnswer } from './parse-answer.ts';

const piecesOf = (text: string) =>
  parseAnswer(text).flatMap((block) => (block.kind === 'paragraph' ? holdMarkers(block.runs) : []));
const shown = (text: string) =>
  piecesOf(text).map((piece) =>
    piece.map(({ kind, text: part }) => (kind === 'marker' ? `[${part}]` : part)).join(''),
  );

describe('holdMarkers', () => {
  it('keeps a marker on the line of its word and of what ends the sentence', () => {
    expect(shown('Dans l’entrepôt [1]. Puis [2][3], enfin.')).toEqual([
      'Dans ',
      'l’entrepôt\u00a0[1].',
      ' ',
      'Puis\u00a0[2][3],',
      ' enfin.',
    ]);
  });

  it('lets a word break that is longer than a line may be', () => {
    expect(shown(`Voir ${'x'.repeat(40)} [1].`)).toEqual([`Voir ${'x'.repeat(40)} `, '[1].']);
  });

  it('loses and adds nothing, in any text', () => {
    const parts = fc.constantFrom('mot', ' ', '.', ' :', '[1]', '[2]', '`c`', '**', '»', 'é');
    fc.assert(
      fc.property(fc.array(parts), (some) => {
        const blocks = parseAnswer(some.join(''));
        for (const block of blocks) {
          if (block.kind !== 'paragraph') continue;
          const pieces = holdMarkers(block.runs).flat();
          const text = (runs: typeof pieces) => runs.map((run) => run.text).join('');
          expect(text(pieces).replaceAll('\u00a0', ' ')).toBe(text([...block.runs]));
          expect(new Set(pieces.map(({ start }) => start)).size).toBe(pieces.length);
        }
      }),
    );
  });
});
