import { describe, expect, it } from 'vitest';
import { createAnalyzer } from '../language/analyzer.ts';
import { promptSources } from '../testing/extraction-tools.ts';
import { leaveOutLessons } from './about-lesson.ts';
import { asksReader } from './announces.ts';
import { listCandidates } from './candidates.ts';
import { hasNoAntecedent } from './leans-back.ts';

const candidates = listCandidates(
  promptSources([
    'La houle',
    '',
    'Cette leçon traite de la houle. Elle compare la houle et la vague. La marée monte deux fois par jour. Elle décrit une courbe. Il faut la noter.',
  ]),
  { analyzer: createAnalyzer(), read: new Map() },
);
const shown = (some: typeof candidates) => some.map((one) => one.shown);

describe('statements about the lesson', () => {
  it('are left out, the pronoun that goes on from them too', () => {
    expect(shown(leaveOutLessons(candidates, 'quelle est la houle'))).toEqual([
      'La marée monte deux fois par jour.',
      'Elle décrit une courbe.',
      'Il faut la noter.',
    ]);
  });

  it('stay when the lesson is asked about', () => {
    expect(leaveOutLessons(candidates, 'de quoi traite cette lecon')).toEqual(candidates);
  });
});

describe('a sentence that begins with a pronoun', () => {
  const [lesson, , tide, curve, note] = candidates;

  it('needs the statement before it', () => {
    expect(hasNoAntecedent(curve!, [{ candidate: lesson! }])).toBe(true);
    expect(hasNoAntecedent(curve!, [{ candidate: tide! }])).toBe(false);
  });

  it('needs none when nobody is meant', () => {
    expect(hasNoAntecedent(note!, [])).toBe(false);
  });
});

describe('a question to the reader', () => {
  it.each([
    ['Quelles cartes exploiter (côte, large, autre ?).', true],
    ['Comment lire la houle ?', true],
    ['La houle monte. Est-ce utile ?', false],
    ['Qui lit la houle prévoit la marée.', false],
  ])('is told from a statement: %s', (text, expected) => {
    const [one] = listCandidates(promptSources(['La houle', '', `- ${text}`]), {
      analyzer: createAnalyzer(),
      read: new Map(),
    });
    expect(asksReader(one!)).toBe(expected);
  });
});
