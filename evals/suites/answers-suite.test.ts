import { describe, expect, it } from 'vitest';
import type { PlayedTurn } from '../bench/play-case.ts';
import { allSuites, findMetric, pickSuites } from './all-suites.ts';
import { answersSuite, scoreAnswer } from './answers-suite.ts';

const text = 'Le RPO est la perte admise. Le RTO est la durée admise d’arrêt.';
const quote = 'Le RPO est la perte admise.';
const citation = {
  ...{ marker: 1, documentId: 'lecon', title: 'Leçon', headings: [], line: 1, language: 'fr' },
  ...{ start: 0, end: quote.length, quote, plain: quote },
};
const turn: PlayedTurn = {
  ...{ decision: 'answer', text: 'Le RPO est la perte admise [1].', citations: [citation] },
  ...{ sources: [], dropped: 0, unsupported: 0, latencyMs: 5, ttftMs: 1, language: 'fr' },
};
const question = {
  lang: 'fr' as const,
  gold: [{ documentId: 'lecon', start: 0, end: quote.length, grade: 2 as const }],
  nuggets: [{ text: 'perte', importance: 'vital' as const, any: ['perte admise'] }],
};
const score = (of: Partial<PlayedTurn>) =>
  Object.fromEntries(
    scoreAnswer({ ...turn, ...of }, question, new Map([['lecon', text]])).map(
      ({ metric, value }) => [metric.replace('answers.', ''), value],
    ),
  );

describe('scoreAnswer', () => {
  it('gives a right answer the best of every score that applies', () => {
    const applying = Object.entries(score({})).filter(([, value]) => value !== null);
    expect(applying.filter(([, value]) => value !== 1)).toEqual([]);
    expect(applying.map(([name]) => name)).toEqual(
      expect.arrayContaining([
        'answered',
        'gold-fact',
        'cites-gold',
        'quotations-exact',
        'language',
      ]),
    );
  });

  it.each([
    ['says another fact', { text: 'Le RTO est la durée [1].' }, ['gold-fact', 'vital-facts']],
    ['abstains', { decision: 'abstain' as const }, ['answered', 'gold-fact', 'gold-fact-quoted']],
    [
      'quotes with a word changed',
      { citations: [{ ...citation, quote: quote.replace('perte', 'perte maximale') }] },
      ['quotations-exact'],
    ],
    [
      'quotes beside its place',
      { citations: [{ ...citation, start: 3, end: 30 }] },
      ['quotations-exact'],
    ],
    [
      'shows a marker without a quotation',
      { text: 'Le RPO est la perte admise [2].' },
      ['markers-bound'],
    ],
    ['has an unsupported sentence', { unsupported: 1 }, ['all-supported']],
    [
      'answers in English',
      { text: 'The RPO is the loss that you can bear, as the course says [1].' },
      ['language', 'gold-fact'],
    ],
  ])('notices an answer that %s', (_, change, metrics) => {
    const scores = score(change);
    for (const metric of metrics) expect(scores[metric]).toBeLessThan(1);
  });

  it('gives what the suite says it gives', () => {
    const names = answersSuite.metrics.map(({ name }) => name.replace('answers.', '')).sort();
    expect(Object.keys(score({})).sort()).toEqual(names);
  });
});

describe('allSuites', () => {
  it('gives every metric one name, under that of its suite', () => {
    const names = allSuites.flatMap(({ metrics }) => metrics.map(({ name }) => name));
    expect(new Set(names).size).toBe(names.length);
    for (const suite of allSuites) {
      for (const { name } of suite.metrics) expect(name.startsWith(`${suite.name}.`)).toBe(true);
    }
    expect(findMetric('answers.gold-fact')?.kind).toBe('verdict');
    expect(() => pickSuites(['anwsers'])).toThrow(/no suite "anwsers"; there is retrieval/);
  });
});
