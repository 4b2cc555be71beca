import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

const ask = z.union([z.string().min(1), z.array(z.string().min(1)).min(1)]);
const schema = z.strictObject({
  unanswerable: z.record(z.string(), z.array(ask).min(1)),
  answerable: z.record(
    z.string(),
    z.array(z.strictObject({ ask, says: z.array(z.string().min(1)).min(1) })).min(1),
  ),
});

/** A question to fit the decision to answer on. */
export type TrainingQuestion = {
  /** The last one is judged. */
  readonly turns: readonly string[];
  /** What a right answer says, each in some wordings; empty where the course does not answer. */
  readonly says: readonly (readonly string[])[];
  readonly answerable: boolean;
};

/** The questions of `training-questions.yaml`: of no split, and part of no number that is reported. */
export async function readTrainingQuestions(): Promise<readonly TrainingQuestion[]> {
  const text = await readFile(join(import.meta.dirname, 'training-questions.yaml'), 'utf8');
  const { unanswerable, answerable } = schema.parse(parse(text));
  return [
    ...Object.values(answerable)
      .flat()
      .map(({ ask: turns, says }) => ({
        turns: [turns].flat(),
        says: says.map((any) => any.split('|')),
        answerable: true,
      })),
    ...Object.values(unanswerable)
      .flat()
      .map((turns) => ({ turns: [turns].flat(), says: [], answerable: false })),
  ];
}
