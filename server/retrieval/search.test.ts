import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createAnalyzer } from '../language/analyzer.ts';
import { processorMs } from '../testing/processor-ms.ts';
import { createGlossary } from './glossary.ts';
import { buildKeywordIndex } from './keyword-index.ts';
import type { Postings } from './postings.ts';
import { analyzeQuery } from './query.ts';
import { offlineWeights, searchIndex } from './search.ts';
import { createSpeller } from './spelling.ts';

const analyzer = createAnalyzer();
const empty = createGlossary([], analyzer);
const words = ['kafka', 'topic', 'partition', 'lac', 'données', 'rgpd', 'registre', 'seuil', '😊'];

const indexOf = (texts: readonly string[]) =>
  buildKeywordIndex(
    texts.map((text, at) => ({ title: `Titre ${at % 3}`, text, language: 'fr' as const })),
    analyzer,
  );

function search(
  texts: readonly string[],
  question: string,
  { limit = 8, neighbours = [] as { index: number; similarity: number }[] } = {},
) {
  const keywords = indexOf(texts);
  const query = analyzeQuery(question, {
    analyzer,
    glossary: empty,
    lexicon: empty,
    speller: createSpeller(keywords.words),
  });
  return searchIndex(keywords, query, { limit, weights: offlineWeights, neighbours });
}

const text = fc.array(fc.constantFrom(...words), { maxLength: 8 }).map((list) => list.join(' '));

describe('searchIndex', () => {
  it('gives at most `limit` passages, each once, best first, ties to the earlier', () => {
    fc.assert(
      fc.property(
        fc.array(text, { maxLength: 20 }),
        text,
        fc.integer({ min: 0, max: 6 }),
        (texts, question, limit) => {
          const { passages } = search(texts, question, { limit });
          expect(passages.length).toBeLessThanOrEqual(limit);
          expect(new Set(passages.map(({ index }) => index)).size).toBe(passages.length);
          for (const [at, { score, index }] of passages.entries()) {
            const next = passages[at + 1];
            expect(score).toBeGreaterThan(0);
            if (next)
              expect(score > next.score || (score === next.score && index < next.index)).toBe(true);
          }
        },
      ),
    );
  });

  it('keeps every signal and every measure of support between 0 and 1', () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 12 }), text, (texts, question) => {
        const { passages, support } = search(texts, question);
        const values = [
          ...passages.flatMap(({ signals }) => Object.values(signals)),
          ...Object.values(support),
        ];
        for (const value of values) {
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it('finds nothing for an empty question, nor in an empty index', () => {
    expect(search(words, '').passages).toEqual([]);
    expect(search(words, 'de la du').support).toEqual({ stems: 0, coverage: 0, grams: 0 });
    expect(search([], 'kafka').passages).toEqual([]);
  });

  it('never gives a passage that shares nothing with the question', () => {
    const { passages } = search(['kafka topic', 'zzyzx wvut', 'partition de kafka'], 'kafka');
    expect(passages.map(({ index }) => index).sort()).toEqual([0, 2]);
  });

  it('finds the passage that a question is a copy of, first', () => {
    const texts = [
      'kafka topic partition',
      'lac données seuil',
      'rgpd registre seuil',
      'kafka registre',
    ];
    for (const [at, copy] of texts.entries())
      expect(search(texts, copy).passages[0]?.index).toBe(at);
  });

  it('keeps the order of passages of equal length when one is added that shares no term', () => {
    const texts = ['kafka kafka kafka topic', 'kafka seuil lac topic', 'seuil lac rgpd topic'];
    const order = (all: readonly string[]) =>
      search(all, 'kafka').passages.map(({ index }) => index);
    expect(order([...texts, 'mot autre encore fin'])).toEqual(order(texts));
  });

  it('gives the same for the same, and covers all when a passage has every word', () => {
    const texts = ['kafka topic', 'rgpd registre'];
    expect(search(texts, 'kafka topic')).toEqual(search(texts, 'kafka topic'));
    expect(search(texts, 'kafka topic').support.coverage).toBe(1);
    expect(search(texts, 'kafka rgpd').support.coverage).toBeLessThan(1);
  });

  it('takes neighbours that share no word, but never negative ones', () => {
    const neighbours = [
      { index: 1, similarity: 0.8 },
      { index: 2, similarity: -0.5 },
    ];
    const { passages } = search(['kafka', 'zzyzx', 'wvut'], 'kafka', { neighbours });
    expect(passages.map(({ index }) => index)).toEqual([0, 1]);
    const near = { index: 1, similarity: 0.5 };
    const away = { index: 0, similarity: -0.9 };
    const texts = ['kafka', 'kafka topic'];
    expect(search(texts, 'kafka', { neighbours: [near, away] })).toEqual(
      search(texts, 'kafka', { neighbours: [near] }),
    );
  });

  it('answers the longest question in well under a second', () => {
    const keywords = indexOf(
      Array.from({ length: 500 }, (_, at) => `${words[at % 9]} mot${at} kafka`),
    );
    const question = Array.from({ length: 500 }, (_, at) => `kafak${at % 7} partitoin`)
      .join(' ')
      .slice(0, 4_000);
    const tools = {
      analyzer,
      glossary: empty,
      lexicon: empty,
      speller: createSpeller(keywords.words),
    };
    const started = processorMs();
    searchIndex(keywords, analyzeQuery(question, tools), {
      limit: 8,
      weights: offlineWeights,
      neighbours: [],
    });
    expect(processorMs() - started).toBeLessThan(500);
  });

  it('takes the candidates and the order that scoring every passage gives', () => {
    const texts = Array.from({ length: 200 }, (_, at) =>
      words.filter((_word, place) => ((at * 7_919 + 13) >> place) % 2 === 1).join(' '),
    );
    const keywords = indexOf(texts);
    for (const question of ['kafka topic', 'lac seuil rgpd', 'registre', 'partition données lac']) {
      const query = analyzeQuery(question, {
        ...{ analyzer, glossary: empty, lexicon: empty },
        speller: createSpeller(keywords.words),
      });
      const top = (['stems', 'grams', 'words'] as const).flatMap((channel) => {
        const scores = naiveScores(keywords[channel], query.terms[channel]);
        const order = [...scores.keys()].sort((a, b) => scores[b]! - scores[a]! || a - b);
        return order.filter((index) => scores[index]! > 0).slice(0, 60);
      });
      const { passages } = searchIndex(keywords, query, {
        ...{ limit: 200, weights: offlineWeights, neighbours: [] },
      });
      const byIndex = (a: number, b: number) => a - b;
      expect(passages.map(({ index }) => index).sort(byIndex)).toEqual(
        [...new Set(top)].sort(byIndex),
      );
      const stems = naiveScores(keywords.stems, query.terms.stems);
      const most = Math.max(...stems);
      for (const { index, signals } of passages) {
        expect(signals.stems).toBeCloseTo(stems[index]! / most, 5);
      }
    }
  });
});

/** Every passage's score, term by term and posting by posting. */
function naiveScores(postings: Postings, terms: ReadonlyMap<string, number>): Float32Array {
  const scores = new Float32Array(postings.size);
  for (const [term, weight] of terms) {
    const id = postings.terms.get(term) ?? -1;
    for (const [at, document] of postings.documents.entries()) {
      if (at < (postings.starts[id] ?? 0) || at >= (postings.starts[id + 1] ?? 0) || id < 0)
        continue;
      scores[document]! += weight * postings.impacts[at]!;
    }
  }
  return scores;
}
