import { describe, expect, it } from 'vitest';
import { extractionTools, promptSources } from '../testing/extraction-tools.ts';
import { listCandidates } from './candidates.ts';
import type { Scored } from './score-candidate.ts';
import { withAnnounced } from './with-announced.ts';

const sources = promptSources([
  'Le port',
  'Règles',
  'Un port est un abri. Trois règles le gardent propre :\n\n- un balai\n- des accès\n- des heures\n',
]);
const scored: readonly Scored[] = listCandidates(sources, extractionTools(sources)).map(
  (candidate) => ({ candidate, score: 1, own: 1, covered: 1, fit: 0 }),
);
const [abri, rules, balai] = scored as [Scored, Scored, Scored];
const shown = (parts: readonly Scored[]) => parts.map(({ candidate }) => candidate.shown);

describe('a statement that announces', () => {
  it('becomes the list that it announces', () => {
    const { kind, parts } = withAnnounced(
      { kind: 'statements', parts: [rules], best: rules },
      scored,
    );
    expect(kind).toBe('list');
    expect(shown(parts)).toEqual(['un balai', 'des accès', 'des heures']);
  });

  it('gives way to those of its items that are told', () => {
    const { parts } = withAnnounced(
      { kind: 'statements', parts: [rules, balai], best: rules },
      scored,
    );
    expect(shown(parts)).toEqual(['un balai']);
  });

  it('leaves its list beside other statements, and the best of those told is told', () => {
    const { kind, parts, best } = withAnnounced(
      { kind: 'statements', parts: [abri, rules], best: rules },
      scored,
    );
    expect(kind).toBe('statements');
    expect(shown(parts)).toEqual(['Un port est un abri.', 'un balai', 'des accès', 'des heures']);
    expect(parts).toContain(best);
  });

  it('changes nothing where nothing is announced, nor a list', () => {
    for (const kind of ['statements', 'list'] as const) {
      const selection = { kind, parts: [kind === 'list' ? balai : abri], best: abri };
      expect(withAnnounced(selection, scored)).toBe(selection);
    }
  });
});
