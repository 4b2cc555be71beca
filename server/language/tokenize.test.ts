import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { processorMs } from '../testing/processor-ms.ts';
import { foldAccents, normalizeText, tokenize } from './tokenize.ts';

describe('foldAccents', () => {
  it('leaves no accent and no ligature, and changes nothing twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const folded = foldAccents(text);
        expect(folded).not.toMatch(/\p{M}|[œŒæÆ]/u);
        expect(foldAccents(folded)).toBe(folded);
      }),
    );
  });

  it.each([
    ['Œuvre cœur ÆON æ', 'OEuvre coeur AEON ae'],
    ['ÉTÉ à l’île', 'ETE a l’ile'],
    ['e\u0301te\u0301', 'ete'],
    ['plain', 'plain'],
  ])('folds %j into %j', (text, folded) => {
    expect(foldAccents(text)).toBe(folded);
  });
});

describe('tokenize', () => {
  it.each([
    ["Qu'est-ce que l'ETL ?", ['est', 'ce', 'que', 'etl']],
    ['aujourd’hui, d’aujourd’hui', ["aujourd'hui", "aujourd'hui"]],
    ['Jusqu’à lorsqu’il puisqu’on', ['à', 'il', 'on']],
    ["What's the company's role?", ['what', 'the', 'company', 'role']],
    ["it doesn't, can't and won't", ['it', 'not', 'not', 'and', 'not']],
    ['k-means, tf-idf et S3', ['k', 'means', 'tf', 'idf', 'et', 's3']],
    ['😊 … ? « »', []],
    ['', []],
  ])('cuts %j into its words', (text, words) => {
    expect(tokenize(text)).toEqual(words);
  });

  it.each(['’', '‘', 'ʼ', '´', '`', '′', '＇'])('takes %s for an apostrophe', (mark) => {
    expect(tokenize(`l${mark}eau`)).toEqual(['eau']);
  });

  it('gives the same words for every form of the same letters', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."éàçœùêïaz '’-?😊") }), (text) => {
        expect(tokenize(text.normalize('NFD'))).toEqual(tokenize(text));
        expect(tokenize(text.toUpperCase())).toEqual(tokenize(text));
      }),
    );
  });

  it('gives words that normalisation and cutting leave as they are', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        for (const word of tokenize(text)) {
          expect(word).not.toBe('');
          expect(normalizeText(word)).toBe(word);
        }
      }),
    );
  });

  it('is linear: a megabyte of apostrophes takes less than a second', () => {
    const started = processorMs();
    tokenize("l'".repeat(500_000));
    tokenize("d'l'".repeat(20) + 'eau');
    expect(processorMs() - started).toBeLessThan(1_000);
  });
});
