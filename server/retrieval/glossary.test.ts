import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createAnalyzer } from '../language/analyzer.ts';
import { createGlossary, parseGlossary } from './glossary.ts';

const analyzer = createAnalyzer();
const glossary = createGlossary(
  [
    { fr: ['entrepôt de données', 'entrepôt'], en: ['data warehouse'] },
    { fr: ['lac de données'], en: ['data lake'] },
    { fr: ['tolérance aux pannes'], en: ['fault tolerance'] },
    { fr: ['rappel'], en: ['recall'] },
  ],
  analyzer,
);

const alternativesOf = (text: string) =>
  glossary.match(text).flatMap(({ alternatives }) => alternatives.map(({ name }) => name));

describe('match', () => {
  it.each([
    ['c’est quoi un entrepôt de données ?', 'data warehouse'],
    ['Les ENTREPÔTS de données', 'data warehouse'],
    ['what is a data warehouse?', 'entrepôt de données'],
    ["c'est quoi un data lake ?", 'lac de données'],
    ['fault tolerance', 'tolérance aux pannes'],
    ['le rappel et la précision', 'recall'],
  ])('finds in %j the other name %j', (text, name) => {
    expect(alternativesOf(text)).toContain(name);
  });

  it('prefers the longer name where two begin at one word', () => {
    const names = glossary.match('un entrepôt de données').map(({ stems }) => stems.length);
    expect(Math.max(...names)).toBe(2);
    expect(names).not.toContain(1);
  });

  it('names the words of the text that it matched', () => {
    const [match] = glossary.match('pourquoi un data lake chez ShopNow ?');
    expect(match?.words).toEqual(['data', 'lake']);
  });

  it('never gives a name as its own alternative', () => {
    const words = fc.constantFrom('data', 'lake', 'lac', 'de', 'données', 'entrepôt', 'warehouse');
    fc.assert(
      fc.property(fc.array(words, { maxLength: 12 }), (list) => {
        for (const { stems, alternatives } of glossary.match(list.join(' '))) {
          const own = stems.join(' ');
          expect(alternatives.map((other) => other.stems.join(' '))).not.toContain(own);
          expect(alternatives.every((other) => other.stems.length > 0)).toBe(true);
        }
      }),
    );
  });

  it('finds nothing in a text without terms, nor with an empty glossary', () => {
    expect(glossary.match('il fait beau')).toEqual([]);
    expect(createGlossary([], analyzer).match('data lake')).toEqual([]);
  });
});

describe('parseGlossary', () => {
  it('reads terms', () => {
    const source = 'terms:\n  - { fr: ["lac"], en: ["lake"] }\n';
    expect(parseGlossary(source, 'g.yaml', analyzer).size).toBe(1);
  });

  it.each([
    'terms: [',
    'terms:\n  - { fr: [] , en: ["lake"] }',
    'terms:\n  - { fr: ["lac"] }',
    'terms:\n  - { fr: ["lac"], en: ["lake"], de: ["See"] }',
    '- lac',
    '',
  ])('refuses %j, and names the file', (source) => {
    expect(() => parseGlossary(source, 'my/glossary.yaml', analyzer)).toThrow(
      expect.objectContaining({
        code: 'settings-wrong',
        message: expect.stringContaining('my/glossary.yaml') as string,
      }),
    );
  });
});
