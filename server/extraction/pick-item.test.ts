import { describe, expect, it } from 'vitest';
import { extractionTools, promptInput, promptSources } from '../testing/extraction-tools.ts';
import { listCandidates } from './candidates.ts';
import { parseQuestion } from './parse-question.ts';
import { pickItem } from './pick-item.ts';

const sources = promptSources([
  'Métiers du port',
  'Au large',
  '| Métier | Ce qu’il fait |\n|---|---|\n| Pilote de nuit | Guide les navires |\n| Pilote de rade | Garde la rade |\n\n- La jauge est le volume du navire.\n- Le tirant est la hauteur sous l’eau.\n',
]);
const tools = extractionTools(sources);
const scored = listCandidates(sources, tools).map((candidate) => ({
  ...{ candidate, score: 1, own: 1, covered: 1, fit: 0 },
}));
const rows = scored.filter(({ candidate }) => candidate.cells.length > 0);
const items = scored.filter(({ candidate }) => candidate.kind === 'item');
const pick = (question: string, parts: typeof scored) =>
  pickItem(parts, parseQuestion(promptInput(question, sources), tools))?.candidate.shown ?? null;

describe('the one item that says what was asked about', () => {
  it('is told alone', () => {
    expect(pick('c’est quoi la jauge ?', items)).toContain('volume');
    expect(pick('que fait le pilote de nuit ?', rows)).toContain('Guide');
  });

  it('is none where only a part of its name was asked: one row of several would be singled out', () => {
    expect(pick('et la nuit alors ?', rows)).toBeNull();
    expect(pick('c’est quoi un pilote ?', rows)).toBeNull();
  });

  it('is none where all are asked for', () => {
    expect(pick('quelles sont les mesures, la jauge ?', items)).toBeNull();
  });
});
