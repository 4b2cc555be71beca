import { describe, expect, it } from 'vitest';
import { guessLanguage } from './guess-language.ts';

describe('guessLanguage', () => {
  it.each([
    'Le data engineer construit des pipelines pour les équipes.',
    'Data Lake, Data Mesh et Lakehouse : quels choix ?',
    'Examen de BI',
    "L'équipe n'a pas de tests",
    'BI',
    '',
    '🎉',
  ])('takes %j for French', (text) => expect(guessLanguage(text)).toBe('fr'));

  it.each([
    'The data engineer builds pipelines for the teams.',
    'What is a résumé, and how do you write it?',
    'This course is about data quality',
  ])('takes %j for English', (text) => expect(guessLanguage(text)).toBe('en'));

  it('does not count the words of code', () => {
    const code = '```sql\nSELECT a FROM b WHERE c IN (d) AND e IS NOT NULL BY THE f;\n```';
    expect(guessLanguage(`Une requête :\n\n${code}\n`)).toBe('fr');
    expect(guessLanguage(`Une requête :\n\n${code.slice(0, -4)}`)).toBe('fr');
  });

  it('knows decomposed accents', () => {
    expect(guessLanguage('élève prévôt the'.normalize('NFD'))).toBe('fr');
  });
});
