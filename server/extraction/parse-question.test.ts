import { describe, expect, it } from 'vitest';
import { extractionTools, promptInput, promptSources } from '../testing/extraction-tools.ts';
import { type Focus, parseQuestion } from './parse-question.ts';

const sources = promptSources(
  ['Stockage', '', 'Le lac garde les données brutes. L’entrepôt garde des données propres.'],
  ['Stockage', 'Accès', 'Les données du lac sont lues par lots. La latence compte peu.'],
  ['Réseau', '', 'Le routeur mesure la latence.'],
);
const tools = extractionTools(sources, {
  glossary: [{ fr: ['lac de données'], en: ['data lake'] }],
  lexicon: [{ fr: ['boulot'], en: ['job'] }],
});
const parse = (
  question: string,
  previous: string | null = null,
  link: 'subject' | 'form' = 'subject',
) =>
  parseQuestion(
    promptInput(question, sources, {
      previous: previous === null ? null : { question: previous, link },
    }),
    tools,
  );
const words = (foci: readonly Focus[] | undefined) => foci?.map(({ word }) => word);
const focus = (question: string, word: string) =>
  parse(question).foci.find((one) => one.word === word)!;

describe('parseQuestion', () => {
  it('weighs rare words above common ones, and words of the form least', () => {
    const question = 'Quelle différence entre les données et le routeur ?';
    const weight = (word: string) => focus(question, word).weight;
    expect(weight('routeur')).toBeGreaterThan(weight('donnees'));
    expect(weight('donnees')).toBeGreaterThan(weight('difference'));
    expect(focus(question, 'difference').formal).toBe(true);
    expect(focus(question, 'routeur').formal).toBe(false);
  });

  it('knows which words the corpus holds', () => {
    expect(focus('Le routeur et la betterave ?', 'routeur').known).toBe(true);
    expect(focus('Le routeur et la betterave ?', 'betterave').known).toBe(false);
  });

  it('takes an everyday word that the corpus lacks for an ordinary one', () => {
    expect(focus('le boulot du routeur', 'boulot').ordinary).toBe(true);
    expect(focus('le boulot du routeur', 'routeur').ordinary).toBe(false);
  });

  it('gives the sides of a comparison, whatever stands between them', () => {
    for (const question of [
      'Quelle est la différence entre le lac et l’entrepôt ?',
      'lac vs entrepôt',
      'Comparer un lac avec un entrepôt',
      'lac entrepot difference',
    ]) {
      expect(parse(question).sides?.map(words)).toEqual([['lac'], ['entrepot']]);
    }
  });

  it('has no sides but in a comparison', () => {
    expect(parse('Où sont le lac et l’entrepôt ?').sides).toBeNull();
    expect(parse('Quelle est la différence ?').sides).toBeNull();
  });

  it('takes the other side from the question that it leans on', () => {
    const { sides } = parse('Et quelle différence avec l’entrepôt ?', 'C’est quoi un lac ?');
    expect(sides?.map(words)).toEqual([['lac'], ['entrepot']]);
  });

  it('inherits the form of the question that it leans on when its own words have none', () => {
    expect(parse('et le routeur ?', 'Pourquoi garder un entrepôt ?', 'form').form).toBe('why');
    expect(parse('Quand le routeur mesure-t-il ?', 'Pourquoi un entrepôt ?', 'form').form).toBe(
      'when',
    );
  });

  it('marks as not its own the words of the question that it leans on, and lets them weigh less', () => {
    const { foci } = parse('Qui lit le lac ?', 'Que mesure le routeur, et le lac ?');
    expect(foci.filter(({ word }) => word === 'lac')).toHaveLength(1);
    const lent = foci.find(({ word }) => word === 'routeur')!;
    expect(lent.own).toBe(false);
    expect(lent.weight).toBeLessThan(focus('Que mesure le routeur ?', 'routeur').weight);
  });

  it('takes a few bare words for a wish to have them defined', () => {
    expect(parse('entrepôt').form).toBe('definition');
    expect(parse('entrepôt routeur latence lots brutes').form).toBe('open');
  });

  it('reads a text without any word', () => {
    expect(parse('?!… 🙂')).toMatchObject({ foci: [], sides: null });
  });
});
