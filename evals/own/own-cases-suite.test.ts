import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeFiles } from '../../server/testing/write-files.ts';
import { withCourse } from '../bench/course.ts';
import type { OwnCase } from './own-case.ts';
import { ownCaseMetrics, ownCasesSuite } from './own-cases-suite.ts';

const someCase = (changes: Partial<OwnCase>): OwnCase => ({
  ...{ caseId: 'draft-1', language: 'fr', turns: ['Combien de jours garde-t-on un ticket ?'] },
  ...{ expects: null, ...changes },
});

const cases = [
  someCase({ caseId: 'right', expects: { decision: 'answer', facts: ['90 JOURS'] } }),
  someCase({ caseId: 'wrong', expects: { decision: 'answer', facts: ['30 jours'] } }),
  someCase({ caseId: 'silent', expects: { decision: 'abstain', facts: [] } }),
  someCase({
    caseId: 'abstains',
    turns: ['Qui a peint la Joconde ?'],
    expects: { decision: 'abstain', facts: [] },
  }),
  someCase({ caseId: 'unsaid' }),
];

describe('ownCasesSuite', () => {
  it('judges by what is expected, on the course that it is given', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'repere-own-'));
    try {
      const text = '# Les tickets\n\nUn ticket de support est gardé 90 jours, puis effacé.\n';
      await writeFiles(folder, { 'tickets.md': text });
      const scores = await withCourse(
        async (course) => {
          const ready = await ownCasesSuite(cases).prepare(course, 'dev', () => {});
          const all = await Promise.all(
            ready.map(async (one) => [
              one.id,
              (await one.run(new AbortController().signal)).scores,
            ]),
          );
          return Object.fromEntries(all) as Record<
            string,
            { metric: string; value: number | null }[]
          >;
        },
        { corpus: folder },
      );
      const expected = Object.entries(scores).map(([id, of]) => [
        id,
        of.find(({ metric }) => metric === 'own-cases.as-expected')?.value,
      ]);
      expect(Object.fromEntries(expected)).toEqual({
        ...{ right: 1, wrong: 0, silent: 0, abstains: 1, unsaid: null },
      });
      const known = ownCaseMetrics.map(({ name }) => name);
      for (const { metric } of Object.values(scores).flat()) expect(known).toContain(metric);
      const exact = scores['right']?.find(({ metric }) => metric === 'own-cases.quotations-exact');
      expect(exact?.value).toBe(1);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});
