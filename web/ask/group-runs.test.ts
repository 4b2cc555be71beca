import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupRuns } from './group-runs.ts';
import { parseAnswer, type Run } from './parse-answer.ts';

const runsOf = (text: string): readonly Run[] =>
  parseAnswer(text).flatMap((block) =>
    block.kind === 'paragraph' ? block.runs : block.items.flat(),
  );
const range = fc
  .tuple(fc.nat(60), fc.nat(60))
  .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }));

describe('groupRuns', () => {
  it('shows the same text, whatever the ranges', () => {
    const text = 'Une valeur **valide** [1] suit la règle. Une autre `x` non.';
    fc.assert(
      fc.property(fc.array(range), (ranges) => {
        const shown = groupRuns(runsOf(text), ranges).flatMap((group) =>
          group.runs.map((run) => run.text),
        );
        expect(shown.join('')).toBe(
          runsOf(text)
            .map((run) => run.text)
            .join(''),
        );
      }),
    );
  });

  it('marks exactly the sentence', () => {
    const text = 'Vrai [1]. Douteux, **très**. Vrai.';
    const sentence = 'Douteux, **très**.';
    const start = text.indexOf(sentence);
    const groups = groupRuns(runsOf(text), [{ start, end: start + sentence.length }]);
    const marked = groups.filter((group) => group.unsupported);
    expect(marked.map((group) => group.runs.map((run) => run.text).join(''))).toEqual([
      'Douteux, très.',
    ]);
  });

  it('ignores a range outside the text', () => {
    expect(
      groupRuns(runsOf('Vrai.'), [{ start: 90, end: 99 }]).map((group) => group.unsupported),
    ).toEqual([false]);
  });
});
