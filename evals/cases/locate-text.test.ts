import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { locateText } from './locate-text.ts';

describe('locateText', () => {
  it('finds a text across line breaks and no-break spaces, with its offsets in the original', () => {
    const text = 'Un délai :\n  30\u00a0jours  au plus. 😀';
    const [span, ...others] = locateText(text, 'délai : 30 jours au');
    expect(others).toEqual([]);
    expect(text.slice(span!.start, span!.end)).toBe('délai :\n  30\u00a0jours  au');
  });

  it('finds every place, overlapping ones too', () => {
    expect(locateText('aaa', 'aa')).toEqual([
      { start: 0, end: 2 },
      { start: 1, end: 3 },
    ]);
  });

  it('finds nothing that is not there, and nothing for blanks', () => {
    expect(locateText('Kafka', 'kafka')).toEqual([]);
    expect(locateText('a b', '  ')).toEqual([]);
    expect(locateText('', 'a')).toEqual([]);
  });

  it('finds every slice that begins and ends with ink', () => {
    const texts = fc.string({ unit: fc.constantFrom('a', 'é', ' ', '\n', '\u202f', '😀') });
    fc.assert(
      fc.property(texts, fc.nat(30), fc.nat(30), (text, from, to) => {
        const wanted = text.slice(Math.min(from, to), Math.max(from, to)).trim();
        fc.pre(wanted !== '');
        const start = text.indexOf(wanted, Math.min(from, to));
        expect(locateText(text, wanted)).toContainEqual({ start, end: start + wanted.length });
      }),
    );
  });
});
