import { describe, expect, it } from 'vitest';
import { backingText } from './backing-text.ts';

const text = `Deux métiers.

| Métier | Ce qu’il fait |
|---|---|
| Data Architect | Dessine les bases |

- **BI Analyst** : réalise des tableaux de bord.
- Le Data Steward gouverne les données.`;

const backing = (quotation: string): string => {
  const start = text.indexOf(quotation);
  return backingText(text, start, start + quotation.length);
};

describe('what backs a quotation', () => {
  it.each([
    ['Dessine les bases', '| Data Architect | Dessine les bases |'],
    ['| Data Architect', '| Data Architect | Dessine les bases |'],
    ['réalise des tableaux', '- **BI Analyst** : réalise des tableaux de bord.'],
  ])('of a cell or of a labelled item is all of it: %s', (quotation, whole) => {
    expect(backing(quotation)).toBe(whole);
  });

  it.each(['Deux métiers', 'gouverne les données'])('is else itself: %s', (quotation) => {
    expect(backing(quotation)).toBe(quotation);
  });

  it('always holds the quotation, and never less than a line of a table', () => {
    for (let start = 0; start < text.length; start += 1) {
      for (let end = start + 1; end <= text.length; end += 7) {
        expect(backingText(text, start, end)).toContain(text.slice(start, end));
      }
    }
  });
});
