import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { headingSpan, headingsOf } from './headings.ts';

const shown = (text: string): readonly string[] =>
  headingsOf(text).map(({ start }) => {
    const span = headingSpan(text, start);
    return text.slice(span.start, span.end);
  });

describe('headingSpan', () => {
  it.each([
    ['## Durée', 'Durée'],
    ['  ### Durée ###  ', 'Durée'],
    ['**Durée** :', 'Durée'],
    ['**Durée :**', 'Durée'],
    ['__Durée__\u00a0:', 'Durée'],
    ['Durée\n=====', 'Durée'],
    ['# Partie A : QCM #', 'Partie A : QCM'],
    ['# C#', 'C#'],
    ['📝 **Scénario 1 – ShopNow**', 'Scénario 1 – ShopNow'],
    ['# 📘 Plan', '📘 Plan'],
    ['## Partie E ( **/8** )', 'Partie E ( **/8** )'],
    ['#', ''],
  ])('finds the words of %j', (text, words) => {
    expect(shown(`Avant.\n\n${text}\n\nAprès.\n`)).toEqual([words]);
  });

  it('stays within its line, whatever the line is', () => {
    const line = fc.stringMatching(/^[#*_: \ta-zé=-]{0,20}$/);
    fc.assert(
      fc.property(fc.array(line, { maxLength: 6 }), (lines) => {
        const text = lines.join('\n');
        for (const { start } of headingsOf(text)) {
          const span = headingSpan(text, start);
          expect(span.start).toBeLessThanOrEqual(span.end);
          expect(span.start).toBeGreaterThanOrEqual(start);
          expect(text.slice(span.start, span.end)).not.toContain('\n');
        }
      }),
    );
  });
});
