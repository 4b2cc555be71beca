import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createAnalyzer } from '../language/analyzer.ts';
import { buildKeywordIndex, channelNames, characterGrams } from './keyword-index.ts';
import { documentFrequency } from './postings.ts';

const analyzer = createAnalyzer();

describe('characterGrams', () => {
  it('covers every letter of the padded word with grams of four', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'abcé'), minLength: 1 }), (word) => {
        const grams = characterGrams(word);
        const padded = `_${word}_`;
        if (padded.length <= 4) expect(grams).toEqual([padded]);
        else {
          expect(
            grams[0]! +
              grams
                .slice(1)
                .map((gram) => gram.at(-1))
                .join(''),
          ).toBe(padded);
          expect(grams.every((gram) => gram.length === 4)).toBe(true);
        }
      }),
    );
  });
});

describe('buildKeywordIndex', () => {
  const index = buildKeywordIndex(
    [
      { title: 'Kafka › Topics', text: 'Un topic est découpé en partitions.', language: 'fr' },
      { title: 'Kappa', text: '', language: 'fr' },
      { title: '', text: '😊', language: 'fr' },
    ],
    analyzer,
  );

  it('holds every passage in every channel, also an empty one', () => {
    for (const channel of channelNames) expect(index[channel].size).toBe(3);
  });

  it('indexes titles with the text, and alone', () => {
    expect(documentFrequency(index.words, 'kafka')).toBe(1);
    expect(documentFrequency(index.words, 'decoupe')).toBe(1);
    expect(documentFrequency(index.title, analyzer.stem('kafka', 'fr'))).toBe(1);
    expect(documentFrequency(index.title, analyzer.stem('découpé', 'fr'))).toBe(0);
  });

  it('builds over nothing', () => {
    expect(buildKeywordIndex([], analyzer).stems.size).toBe(0);
  });
});
