import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectLanguage, languageEvidence } from './detect-language.ts';

describe('detectLanguage', () => {
  it.each([
    "data lake c'est quoi",
    'rgpd délai notification',
    'c quoi kafka',
    'et en streaming ?',
    'pourquoi ?',
    'donne un exemple',
    'livrables projet 3',
    'explique Lambda',
    'l’ETL',
    'RPO et RTO',
    'Kafka ou RabbitMQ ?',
  ])('takes %j for French', (question) => {
    expect(detectLanguage(question)).toBe('fr');
  });

  it.each([
    'what is a data lake',
    'difference between RPO and RTO',
    'compare batch and streaming',
    'explain Lambda architecture',
    'define sharding',
    'why?',
    "What's Spark?",
    'main drawbacks of Kappa',
    'is it on a car or on a plus account?',
    "Why doesn't Kafka delete messages?",
  ])('takes %j for English', (question) => {
    expect(detectLanguage(question)).toBe('en');
  });

  it.each([
    '',
    '?',
    '😊',
    'Kafka ?',
    'MLOps ?',
    'RPO vs RTO',
    'kafka partitions',
    'on a data lake',
  ])('does not tell for %j', (question) => {
    expect(detectLanguage(question)).toBeNull();
  });

  it('does not depend on case, kind of apostrophe or accent composition', () => {
    const words = fc.constantFrom(
      'l’été',
      "qu'un",
      'the',
      'of',
      'données',
      'Kafka',
      'is',
      'où',
      '?',
    );
    fc.assert(
      fc.property(fc.array(words), (list) => {
        const text = list.join(' ');
        const found = detectLanguage(text);
        expect(detectLanguage(text.toUpperCase())).toBe(found);
        expect(detectLanguage(text.normalize('NFD'))).toBe(found);
        expect(detectLanguage(text.replaceAll("'", '’'))).toBe(found);
      }),
    );
  });
});

describe('languageEvidence', () => {
  it('adds up over the sentences of a text', () => {
    const one = languageEvidence('Le lac de données garde tout.');
    const two = languageEvidence('The lake keeps it all.');
    const both = languageEvidence('Le lac de données garde tout. The lake keeps it all.');
    expect(both).toEqual({ fr: one.fr + two.fr, en: one.en + two.en });
  });
});
