import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createAnalyzer } from './analyzer.ts';

const analyzer = createAnalyzer();

describe('analyze', () => {
  it('meets inflections of a word, with and without accents', () => {
    const stems = (text: string) => analyzer.analyze(text, 'fr').stems;
    expect(stems('répliquer')).toEqual(stems('répliquée'));
    expect(stems('partitions')).toEqual(stems('partition'));
    expect(stems('ŒUVRES')).toEqual(stems('oeuvre'));
  });

  it('leaves stop words out and keeps names with digits whole', () => {
    const { words, stems } = analyzer.analyze('Quels sont les formats de S3 en 2024s ?', 'fr');
    expect(words).toEqual(['formats', 's3', '2024s']);
    expect(stems).toEqual(['format', 's3', '2024s']);
  });

  it('uses both languages for a text that does not tell its own', () => {
    const { words, stems, tokens } = analyzer.analyze('sharding replication');
    expect(words).toEqual(['sharding', 'replication']);
    for (const language of ['fr', 'en'] as const) {
      for (const word of words) expect(stems).toContain(analyzer.stem(word, language));
    }
    expect(new Set(tokens.map(({ word }) => word))).toEqual(new Set(words));
  });

  it('gives one token per stem, in order, each from a word of the text', () => {
    const text = fc.string({ unit: fc.constantFrom(..."aeéilmnrst  '’?S3") });
    fc.assert(
      fc.property(
        text,
        fc.constantFrom('fr' as const, 'en' as const, undefined),
        (raw, language) => {
          const { stems, words, tokens } = analyzer.analyze(raw, language);
          expect(tokens.map(({ stem }) => stem)).toEqual(stems);
          expect([...new Set(tokens.map(({ word }) => word))]).toEqual([...new Set(words)]);
          expect(analyzer.analyze(raw, language)).toEqual({ stems, words, tokens });
        },
      ),
    );
  });

  it('gives nothing for nothing', () => {
    for (const text of ['', '😊 ?!', 'le la les']) expect(analyzer.analyze(text).words).toEqual([]);
  });
});
