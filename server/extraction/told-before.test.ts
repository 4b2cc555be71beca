import { describe, expect, it } from 'vitest';
import { extractionTools, promptSources } from '../testing/extraction-tools.ts';
import { listCandidates } from './candidates.ts';
import type { Scored } from './score-candidate.ts';
import type { Selection } from './selection.ts';
import { withoutToldBefore } from './told-before.ts';

const sources = promptSources([
  'Le filet',
  'Le filet',
  'Un filet est un piège de mailles. Un filet se répare quand une maille casse. Un filet sèche au vent.',
]);
const scored: readonly Scored[] = listCandidates(sources, extractionTools(sources)).map(
  (candidate) => ({ candidate, score: 1, own: 1, covered: 1, fit: 0 }),
);
const [told, repair, dry] = scored as [Scored, Scored, Scored];
const selection: Selection = { kind: 'statements', parts: [told, repair, dry], best: repair };
const before = { strength: 0.8, title: 'Le filet', quotations: [told.candidate.quote] };

describe('what answered the question before', () => {
  it('is left out beside the best statement', () => {
    const { parts, best } = withoutToldBefore(selection, before, { form: 'when' });
    expect(parts).toEqual([repair, dry]);
    expect(best).toBe(repair);
  });

  it('stays where it is the best statement', () => {
    const again = { ...selection, best: told };
    expect(withoutToldBefore(again, before, { form: 'when' }).parts).toContain(told);
  });

  it.each([
    ['no question came before', null, 'when', 'statements'],
    ['it is not sure which one did', { ...before, strength: 0.3 }, 'when', 'statements'],
    ['another document answered it', { ...before, title: 'Le port' }, 'when', 'statements'],
    ['an example is asked for', before, 'example', 'statements'],
    ['a list is told', before, 'list', 'list'],
  ] as const)('stays where %s', (_, match, form, kind) => {
    expect(withoutToldBefore({ ...selection, kind }, match, { form }).parts).toContain(told);
  });
});
