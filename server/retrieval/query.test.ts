import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createAnalyzer } from '../language/analyzer.ts';
import { createGlossary } from './glossary.ts';
import { buildKeywordIndex, channelNames } from './keyword-index.ts';
import { analyzeQuery } from './query.ts';
import { createSpeller } from './spelling.ts';

const analyzer = createAnalyzer();
const index = buildKeywordIndex(
  [
    { title: 'Kafka', text: 'Kafka garde les messages d’un topic.', language: 'fr' },
    { title: 'Lac', text: 'Le lac de données garde tout.', language: 'fr' },
  ],
  analyzer,
);
const tools = {
  analyzer,
  glossary: createGlossary([{ fr: ['lac de données'], en: ['data lake'] }], analyzer),
  lexicon: createGlossary([{ fr: ['garder'], en: ['keep'] }], analyzer),
  speller: createSpeller(index.words),
};
const conceptOf = (question: string, word: string) =>
  analyzeQuery(question, tools).concepts.find((concept) => concept.word === word);

describe('analyzeQuery', () => {
  it('is empty for an empty question and for one without content', () => {
    for (const text of ['', '?!', '😊', 'de la du le']) {
      const { concepts, terms } = analyzeQuery(text, tools);
      expect(concepts).toEqual([]);
      for (const channel of channelNames) expect(terms[channel].size).toBe(0);
    }
  });

  it('weighs every term above 0 and up to 1, the question’s own stems at 1', () => {
    const words = fc.constantFrom(
      'data',
      'lake',
      'lac',
      'de',
      'données',
      'kakfa',
      'keep',
      'the',
      '?',
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 12 }), (list) => {
        const { terms, concepts } = analyzeQuery(list.join(' '), tools);
        for (const channel of channelNames) {
          for (const weight of terms[channel].values()) {
            expect(weight).toBeGreaterThan(0);
            expect(weight).toBeLessThanOrEqual(1);
          }
        }
        for (const { stem } of concepts) expect(terms.stems.get(stem)).toBe(1);
      }),
    );
  });

  it('gains nothing from a word said twice', () => {
    expect(analyzeQuery('Kafka Kafka Kafka ?', tools).terms.stems).toEqual(
      analyzeQuery('Kafka ?', tools).terms.stems,
    );
  });

  it('counts a word of unknown language as one concept', () => {
    const { language, concepts } = analyzeQuery('replication partitions', tools);
    expect(language).toBeNull();
    expect(concepts.map(({ word }) => word)).toEqual(['replication', 'partitions']);
  });

  it('adds the other names of a term to its words, also of an English term in a French question', () => {
    const lac = analyzer.analyze('lac', 'fr').stems[0]!;
    expect(conceptOf("c'est quoi un data lake ?", 'lake')?.others).toContain(lac);
    expect(conceptOf('what is a data lake?', 'lake')?.others).toContain(lac);
    expect(conceptOf("c'est quoi un topic ?", 'topic')?.others).not.toContain(lac);
  });

  it('keeps everyday words apart from the terms of the field', () => {
    const garder = analyzer.analyze('garder', 'fr').stems[0]!;
    const keep = conceptOf('does it keep the messages?', 'keep');
    expect(keep?.looseNames).toContainEqual([garder]);
    expect(keep?.others).not.toContain(garder);
  });

  it('adds the probable spelling of an unknown word, at less weight', () => {
    const kafka = analyzer.analyze('kafka', 'fr').stems[0]!;
    expect(conceptOf("c'est quoi kakfa ?", 'kakfa')?.others).toContain(kafka);
    const weight = analyzeQuery("c'est quoi kakfa ?", tools).terms.words.get('kafka')!;
    expect(weight).toBeGreaterThan(0);
    expect(weight).toBeLessThan(1);
  });

  it('adds the words of the question it leans on at their weight, and keeps its own at 1', () => {
    const context = { text: 'Que garde Kafka ?', weight: 0.35 };
    const { terms, concepts } = analyzeQuery('et le topic ?', { ...tools, context });
    expect(terms.words.get('topic')).toBe(1);
    expect(terms.words.get('kafka')).toBe(0.35);
    expect(concepts.find(({ word }) => word === 'kafka')?.weight).toBe(0.35);
    const both = analyzeQuery('et Kafka ?', { ...tools, context });
    expect(both.concepts.find(({ word }) => word === 'kafka')?.weight).toBe(1);
  });

  it('has the language of the earlier question when its own does not tell', () => {
    const context = { text: 'What does Kafka keep?', weight: 0.9 };
    expect(analyzeQuery('RPO ?', { ...tools, context }).language).toBe('en');
    expect(analyzeQuery('le RPO ?', { ...tools, context }).language).toBe('fr');
  });
});
