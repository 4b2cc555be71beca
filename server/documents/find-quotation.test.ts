import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findQuotation } from './find-quotation.ts';

const found = (text: string, quotation: string): string | null => {
  const span = findQuotation(text, quotation);
  return span && text.slice(span.start, span.end);
};

describe('findQuotation', () => {
  it('finds every run of whole words of a text where it stands', () => {
    const text =
      'Le RPO est la perte de données maximale admise ; l’été, un « essai » suffit. 🚀 Fin.';
    const words = text.split(' ');
    fc.assert(
      fc.property(fc.nat(words.length - 2), fc.integer({ min: 2, max: 8 }), (from, count) => {
        const quotation = words.slice(from, from + count).join(' ');
        if ((quotation.match(/[\p{L}\p{N}]/gu) ?? []).length < 3) return;
        const span = findQuotation(text, quotation);
        expect(span).not.toBeNull();
        expect(text.slice(span!.start, span!.end).replace(/[«»\s]/g, '')).toBe(
          quotation.replace(/[«»\s]/g, ''),
        );
      }),
    );
  });

  it.each([
    ['Le  RPO\n est', 'Le RPO est'],
    ['Le\u00a0RPO est', 'Le RPO est'],
    ["l'équipe data", 'l’équipe data'],
    ['un « essai » utile', 'un "essai" utile'],
    ['un “essai” utile', 'un « essai » utile'],
    ['**Kafka** : outil `pip`', 'Kafka : outil pip'],
    ['une perte de −20 % par an', 'une perte de -20 %'],
  ])('finds across white space, quotation marks and emphasis: %j', (text, quotation) => {
    expect(found(text, quotation)).not.toBeNull();
  });

  it.each([
    ['Le RPO est nul ; le RTO aussi', 'Le RPO est nul.', 'Le RPO est nul'],
    ['Le RPO est nul. Le RTO aussi.', 'Le RPO est nul.', 'Le RPO est nul.'],
    ['donc le RPO est nul', 'Le RPO est nul', 'le RPO est nul'],
    ['Élire un primaire', 'élire un primaire', 'Élire un primaire'],
    ['donc le RPO est nul ici', '« … le RPO est nul … »', 'le RPO est nul'],
    ['donc le RPO est nul ici', 'le RPO est nul...', 'le RPO est nul'],
  ])('finds in %j what %j quotes: %j', (text, quotation, span) => {
    expect(found(text, quotation)).toBe(span);
  });

  it.each([
    ['Le RPO est nul', 'Le RPO est nulle'],
    ['Le RPO est nul', 'le rpo est nul'],
    ['une partie', 'art'],
    ['a b', 'b'],
    ['texte', ''],
    ['', 'texte'],
    ['deux mots', 'deux … mots'],
    ['snake_case', 'snakecase'],
  ])('does not find in %j the quotation %j', (text, quotation) => {
    expect(findQuotation(text, quotation)).toBeNull();
  });
});
