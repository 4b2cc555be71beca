import { expect, it } from 'vitest';
import { createAnalyzer } from '../language/analyzer.ts';
import { promptSources } from '../testing/extraction-tools.ts';
import { listCandidates } from './candidates.ts';
import type { Scored } from './score-candidate.ts';
import { selectDuration } from './select-duration.ts';

const [latency, task, stated] = listCandidates(
  promptSources([
    'Exercice de pilotage',
    'Énoncé',
    'Le pilote vise une attente de 2 secondes à chaque amer.\n\nTracez une route.\n\nDurée : 45 min à la barre.\n',
  ]),
  { analyzer: createAnalyzer(), read: new Map() },
);
const ranked = (own: number): readonly Scored[] => [
  { candidate: latency!, score: 2, own, covered: 1, fit: 1 },
  { candidate: task!, score: 1.8, own: 0, covered: 1, fit: 0 },
  { candidate: stated!, score: 1.7, own: 0, covered: 1, fit: 1 },
];

it('gives the duration that is stated as one, alone', () => {
  const selection = selectDuration(ranked(0), { form: 'duration' });
  expect(selection?.parts.map(({ candidate }) => candidate.shown)).toEqual([
    'Durée : 45 min à la barre.',
  ]);
});

it('gives none where the best statement speaks of the very thing, or no duration was asked for', () => {
  expect(selectDuration(ranked(0.5), { form: 'duration' })).toBeNull();
  expect(selectDuration(ranked(0), { form: 'count' })).toBeNull();
  expect(selectDuration([], { form: 'duration' })).toBeNull();
});
