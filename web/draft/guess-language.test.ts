import { expect, it } from 'vitest';
import { guessLanguage } from './guess-language.ts';

it.each([
  ['fr', 'Nous lisons les clics et le temps passé sur chaque fiche.'],
  ['en', 'We read the clicks and the time spent on each page.'],
  ['fr', 'Le cluster Spark lit les topics Kafka, the backbone.'],
  ['fr', ''],
])('guesses %s', (language, text) => {
  expect(guessLanguage(text)).toBe(language);
});
