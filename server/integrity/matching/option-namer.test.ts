import { beforeAll, describe, expect, it } from 'vitest';
import type { RegisterItem } from '../register/register.ts';
import { readConcepts } from '../reading/concepts.ts';
import { createOptionNamer, type OptionNamer } from './option-namer.ts';

const item = {
  kind: 'choice',
  labels: ['DE', 'Data Analyst', 'Le Bosphore'],
} as unknown as RegisterItem;
let options: OptionNamer;
beforeAll(async () => {
  options = createOptionNamer([item], await readConcepts());
});

describe('createOptionNamer', () => {
  it('names a role by any of its names', () => {
    for (const text of ['un data analyst', 'Data-Analyst', 'l’analyste de données', 'محلل بيانات'])
      expect([...options.namedIn(text)]).toEqual(['role-data-analyst']);
  });

  it('names an option that is no role by its label, whole', () => {
    expect([...options.namedIn('sur le bosphore')]).toEqual(['Le Bosphore']);
    expect([...options.namedIn('le bosphoresque')]).toEqual([]);
  });

  it('takes an abbreviation for a label in capitals only, and for no role', () => {
    expect([...options.labelsIn('DE ou BI ?', item)]).toEqual(['DE']);
    expect([...options.labelsIn('la table de faits', item)]).toEqual([]);
    expect([...options.namedIn('la BI')]).toEqual([]);
  });
});
