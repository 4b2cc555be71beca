import { describe, expect, it } from 'vitest';
import { runAtOnce } from '../retrieval/run-in-slices.ts';
import { judgeCriterion } from './judge-criterion.ts';
import { readEvidence } from './read-evidence.ts';
import { createRubric } from './rubric.ts';
import type { Condition, Task } from './task-schema.ts';

const condition = (given: Partial<Condition> & Pick<Condition, 'of'>): Condition => ({
  with: [],
  near: 0,
  without: [],
  ...given,
});

const both = { fr: 'x', en: 'x' };
const rule = (met: Condition): Task => ({
  id: 'tp',
  title: both,
  statement: 'tp',
  names: [],
  subject: ['panne*'],
  shortBelow: 5,
  signs: {
    panne: { any: ['panne*'], negatable: true },
    but: { any: ['le but est'], negatable: true },
    objet: { any: ['schema*', 'guide*', 'pipeline*'], negatable: true },
  },
  criteria: [
    {
      id: 'un',
      name: both,
      asks: both,
      signs: {},
      met: [[met]],
      partial: [[condition({ units: 1, of: [...met.of] })]],
      strength: both,
      gap: both,
      question: both,
      next: both,
      reread: [{ document: 'lecon', heading: 'Pannes' }],
    },
  ],
  contradictions: [],
});

const findingOf = (met: Condition, text: string) => {
  const task = rule(met);
  const evidence = runAtOnce(
    readEvidence(
      text,
      createRubric(task, '', () => true),
    ),
  );
  return judgeCriterion(task.criteria[0]!, evidence).finding;
};

describe('judgeCriterion', () => {
  it('does not take a sentence that shows a sign of `without`', () => {
    const met = condition({ units: 1, of: ['panne'], without: ['but'] });
    expect(findingOf(met, 'Le but est de réduire les pannes.')).toBe('partial');
    expect(findingOf(met, 'Changer la pièce évite une panne.')).toBe('met');
  });

  it.each([
    ['Nous remettons un guide, un pipeline et un schéma.', 'met'],
    ['We hand over a pipeline, a guide and a schema.', 'met'],
    ['Nous remettons un guide et un pipeline.', 'partial'],
  ])('counts the last item of an enumeration: %j', (text, finding) => {
    expect(findingOf(condition({ parts: 3, of: ['objet'] }), text)).toBe(finding);
  });

  it('takes terms between arrows for a drawing, and terms between commas for a list', () => {
    const met = condition({ units: 1, of: ['objet'] });
    const terms = [
      'Kafka',
      'pipeline',
      'Spark',
      'Flink',
      'Redis',
      'Cassandra',
      'Tableau',
      'Airflow',
    ];
    expect(findingOf(met, terms.join(' -> '))).toBe('met');
    expect(findingOf(met, terms.join(', '))).toBe('partial');
    expect(findingOf(met, [...terms, '5G'].join(', '))).toBe('partial');
  });
});
