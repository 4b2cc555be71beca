import { describe, expect, it } from 'vitest';
import {
  extractionTools,
  type FakeQuestion,
  promptInput,
  promptSources,
} from '../testing/extraction-tools.ts';
import { consider } from './consider.ts';

const sources = promptSources([
  'Le filet',
  'Le filet',
  'Un filet est un piège de mailles. Un filet se répare quand une maille du filet casse. Un filet sèche au vent.',
]);
const expected: FakeQuestion[] = [
  {
    source: 1,
    asks: ['c’est quoi un filet ?', 'un filet, définition', 'qu’est-ce qu’un filet ?'],
    quotes: ['Un filet est un piège de mailles.'],
  },
];
const told = (question: string, before: string | null) => {
  const input = {
    ...promptInput(question, sources),
    previous: before === null ? null : { question: before, link: 'subject' as const },
  };
  return (
    consider(input, extractionTools(sources, { expected }))?.selection.parts.map(
      ({ candidate }) => candidate.quote,
    ) ?? []
  );
};

describe('the answer to a question that carries on', () => {
  it('does not repeat, beside the best statement, what answered the one before', () => {
    const [best, ...more] = told('quand se répare-t-il s’il casse ?', 'c’est quoi un filet ?');
    expect(best).toContain('se répare');
    expect(more.join(' ')).not.toContain('piège');
  });

  it('may repeat it where an example is asked for', () => {
    expect(told('un exemple de filet', 'c’est quoi un filet ?').join(' ')).toContain('piège');
  });
});
