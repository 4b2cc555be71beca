import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { processorMs } from '../../server/testing/processor-ms.ts';
import { parseAnswer, type Run } from './parse-answer.ts';

const runsOf = (text: string, partial = false): readonly Run[] =>
  parseAnswer(text, partial).flatMap((block) =>
    block.kind === 'paragraph' ? block.runs : block.items.flat(),
  );

/** One letter per kind, `*` before what is strong: enough to read a case at a glance. */
const sketch = (text: string, partial = false) =>
  runsOf(text, partial).map((run) => `${run.strong ? '*' : ''}${run.kind[0]}:${run.text}`);

const markup = fc
  .array(
    fc.oneof(
      fc.constantFrom('**', '[1]', '[', ']', '`', '- ', '1. ', '\n', '\n\n', ' ', 'é', '<b>'),
      fc.string(),
    ),
  )
  .map((parts) => parts.join(''));

describe('parseAnswer', () => {
  it('shows every text where it stands in the answer, in order and once', () => {
    fc.assert(
      fc.property(markup, fc.boolean(), (text, partial) => {
        let at = 0;
        for (const run of runsOf(text, partial)) {
          expect(run.start).toBeGreaterThanOrEqual(at);
          expect(run.end).toBeGreaterThan(run.start);
          const source = text.slice(run.start, run.end);
          expect(source).toBe(
            { text: run.text, code: `\`${run.text}\``, marker: `[${run.text}]` }[run.kind],
          );
          at = run.end;
        }
        expect(at).toBeLessThanOrEqual(text.length);
      }),
    );
  });

  it('loses no letter', () => {
    const letters = (text: string) => text.replace(/[^\p{L}]/gu, '');
    fc.assert(
      fc.property(markup, (text) => {
        expect(
          letters(
            runsOf(text)
              .map((run) => run.text)
              .join(''),
          ),
        ).toBe(letters(text));
      }),
    );
  });

  it('reads paragraphs, bullets and numbers', () => {
    const text =
      'Deux\nlignes.\n\nListe :\n- un\n- deux\n  suite\n\n3. trois\n\n4. quatre\n\n  \nFin.';
    expect(
      parseAnswer(text).map((block) =>
        block.kind === 'list' ? [block.first, block.items.length] : block.kind,
      ),
    ).toEqual(['paragraph', 'paragraph', [null, 2], [3, 2], 'paragraph']);
  });

  it('reads strong, code and markers', () => {
    expect(sketch('Une **valeur `x` [2]** sûre [10].')).toEqual([
      't:Une ',
      '*t:valeur ',
      '*c:x',
      '*t: ',
      '*m:2',
      't: sûre ',
      'm:10',
      't:.',
    ]);
  });

  it('leaves stars, brackets and back-quotes that mean nothing', () => {
    for (const text of ['2 ** 3', '[0] [1234] [a] []', '`ouvert', '**jamais fermé', '* seul'])
      expect(
        runsOf(text)
          .map((run) => run.text)
          .join(''),
      ).toBe(text.replace(/^\* /, ''));
  });

  it('reads neither markers nor stars inside code', () => {
    expect(sketch('`a[1] ** b`')).toEqual(['c:a[1] ** b']);
  });

  it('does not close strong in another paragraph', () => {
    expect(sketch('**a\n\nb**')).toEqual(['t:**a', 't:b**']);
  });

  it('takes an open strong for strong while the answer arrives', () => {
    expect(sketch('Une **val', true)).toEqual(['t:Une ', '*t:val']);
  });

  it('reads a long answer in linear time', () => {
    const text = '**a** [1] `b` '.repeat(20_000);
    const before = processorMs();
    expect(runsOf(text).length).toBeGreaterThan(100_000);
    expect(processorMs() - before).toBeLessThan(2_000);
  });

  it('gives no block for an empty answer', () => {
    expect(parseAnswer('')).toEqual([]);
    expect(parseAnswer(' \n\r\n\t')).toEqual([]);
  });
});
