import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import {
  partUnanswered,
  type Unanswered,
} from '../../server/classroom/oversight/group-unanswered.ts';
import { nearestCoverage } from '../../server/tutoring/answer-from-course.ts';
import { toSource } from '../../server/tutoring/places.ts';
import type { Split } from '../cases/load-cases.ts';
import { scoreGroups } from '../grouping/score-groups.ts';
import type { Course } from './course.ts';
import { percent, table } from './table.ts';

type Asked = Unanswered & { readonly subject: string };

const folder = join(import.meta.dirname, '..', 'grouping');

/** How well unanswered questions are grouped for a trainer, against what they really ask for. */
export async function groupingBench(
  { tutor }: Pick<Course, 'tutor'>,
  split: Split,
): Promise<string> {
  const text = await readFile(join(folder, `questions.${split}.yaml`), 'utf8');
  const asked: Asked[] = [];
  for (const [subject, questions] of Object.entries(parse(text) as Record<string, string[]>)) {
    for (const [at, question] of questions.entries()) {
      const { chunks, support } = await tutor.trace(question, 1);
      const [nearest] = support.coverage < nearestCoverage ? [] : chunks.map(toSource);
      asked.push({
        ...{ subject, question, nearest: nearest ?? null, student: `${at}` },
        ...{ language: 'fr', askedOn: '2026-11-01' },
      });
    }
  }
  const parts = await partUnanswered(asked, (question) => tutor.questionTerms(question));
  const known = new Map<Unanswered, Asked>(asked.map((one) => [one, one]));
  const scores = scoreGroups(parts.map((part) => part.map((one) => known.get(one)!)));
  return [
    `Unanswered questions in groups, ${split}: ${asked.length} questions`,
    table(
      ['measure', ''],
      [
        ['groups that show words', scores.shown],
        ['of their questions, about the subject of most', percent(scores.purity)],
        ['of questions on subjects of five students, shown with them', percent(scores.recall)],
        ['subjects of five students shown', `${scores.found} of ${scores.subjects}`],
        ['all questions: precision, B-cubed', percent(scores.precision)],
        ['all questions: completeness, B-cubed', percent(scores.completeness)],
      ],
    ),
  ].join('\n\n');
}
