import { describe, expect, it } from 'vitest';
import { buildPostings } from '../testing/build-postings.ts';
import {
  createTermEmbedder,
  embedPassages,
  embedTerms,
  randomIndexingDimensions,
} from './random-indexing.ts';

const texts = [
  'kafka topic partition',
  'kafka partition broker',
  'kafka topic broker',
  'rgpd dpo registre',
  'rgpd dpo consentement',
  '',
];
const postings = buildPostings(
  texts.map((text) => [text.split(' ').filter(Boolean)]),
  [{ weight: 1, b: 0.75 }],
);
const cosine = (a: Float32Array, b: Float32Array) =>
  a.reduce((sum, value, at) => sum + value * b[at]!, 0);

describe('embedPassages', () => {
  const vectors = embedPassages(postings);

  it('gives a unit vector for each passage and zero for one without terms', () => {
    expect(vectors).toHaveLength(texts.length);
    for (const [at, vector] of vectors.entries()) {
      expect(vector).toHaveLength(randomIndexingDimensions);
      expect(cosine(vector, vector)).toBeCloseTo(texts[at] === '' ? 0 : 1, 4);
    }
  });

  it('brings passages that share words nearer than passages that do not', () => {
    expect(cosine(vectors[0]!, vectors[1]!)).toBeGreaterThan(
      cosine(vectors[0]!, vectors[3]!) + 0.2,
    );
  });

  it('gives the same vectors every time', () => {
    expect(embedPassages(postings)).toEqual(vectors);
  });
});

describe('embedTerms', () => {
  it('brings a term near the passages that hold it', () => {
    const vectors = embedPassages(postings);
    const query = embedTerms(postings, new Map([['dpo', 1]]));
    const nearest = vectors.map((vector) => cosine(query, vector));
    expect([3, 4]).toContain(nearest.indexOf(Math.max(...nearest)));
  });

  it('brings terms near that share passages', () => {
    const of = (name: string) => embedTerms(postings, new Map([[name, 1]]));
    expect(cosine(of('topic'), of('kafka'))).toBeGreaterThan(cosine(of('topic'), of('rgpd')));
  });

  it('gives zero for unknown terms and for none', () => {
    for (const query of [new Map([['inconnu', 1]]), new Map<string, number>()]) {
      expect(embedTerms(postings, query).every((value) => value === 0)).toBe(true);
    }
  });
});

describe('createTermEmbedder', () => {
  const many = buildPostings(
    Array.from({ length: 600 }, (_, at) => [['partout', at % 3 === 0 ? 'souvent' : `t${at}`]]),
    [{ weight: 1, b: 0.75 }],
  );

  it('gives the same for a question asked again, also when it kept a frequent term', () => {
    const embed = createTermEmbedder(many);
    const query = new Map([
      ['partout', 1],
      ['souvent', 0.5],
      ['t1', 2],
    ]);
    const first = embed(query);
    expect(embed(query)).toEqual(first);
    expect(embedTerms(many, query)).toEqual(first);
  });

  it('gives what adding the terms of a passage, by impact, gives that passage', () => {
    const vectors = embedPassages(many);
    const impact = (name: string, passage: number) => {
      const id = many.terms.get(name)!;
      const end = many.starts[id + 1]!;
      const at = many.documents.subarray(0, end).indexOf(passage, many.starts[id]!);
      return [name, many.impacts[at]!] as const;
    };
    const query = new Map([impact('partout', 3), impact('souvent', 3)]);
    expect(cosine(embedTerms(many, query), vectors[3]!)).toBeCloseTo(1, 5);
  });
});
