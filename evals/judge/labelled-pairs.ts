import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { parseCaseLines } from '../cases/parse-case-lines.ts';
import { hashOf } from '../runs/hashes.ts';

const words = z.string().trim().min(1);
const preference = z.enum(['a', 'b', 'tie']);

/** A line of `evals/cases/judge-gold.jsonl`: two answers, and what people preferred. */
const labelledPair = z.strictObject({
  id: words,
  turns: z.array(words).min(1),
  a: words,
  b: words,
  /** Who labelled is recorded: a judge is measured against someone, not against the truth. */
  labels: z.array(z.strictObject({ rater: words, preference, labelledOn: z.iso.date() })).min(1),
});

export type LabelledPair = z.infer<typeof labelledPair>;

/** The labelled set, and its hash: a judge is calibrated on one set and gates on no other. */
export type LabelledPairs = { readonly pairs: readonly LabelledPair[]; readonly hash: string };

/**
 * Reads the labelled set; `null` when there is none.
 * @throws {Error} with file and line of every pair that is wrong
 */
export async function readLabelledPairs(
  path: string = join(import.meta.dirname, '..', 'cases', 'judge-gold.jsonl'),
): Promise<LabelledPairs | null> {
  const text = await readFile(path, 'utf8').catch(() => null);
  if (text === null) return null;
  const problems: string[] = [];
  const lines = parseCaseLines(text, 'judge-gold.jsonl', labelledPair, problems);
  if (problems.length > 0) throw new Error(`The labels are wrong:\n  ${problems.join('\n  ')}`);
  return { pairs: lines.map(({ value }) => value), hash: hashOf(text) };
}

/** What most raters preferred; a tie where they are divided. */
export function preferredBy({ labels }: LabelledPair): 'a' | 'b' | 'tie' {
  const count = (side: 'a' | 'b') => labels.filter((label) => label.preference === side).length;
  const half = labels.length / 2;
  return count('a') > half ? 'a' : count('b') > half ? 'b' : 'tie';
}
