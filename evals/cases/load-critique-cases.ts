import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { critiqueLine, type CritiqueCase } from './critique-case.ts';
import { type CaseLine, parseCaseLines } from './parse-case-lines.ts';

/**
 * Reads the labelled drafts of one split.
 * @throws {Error} naming every file, line and case that is wrong: malformed, criteria of another task, an id twice, a twin
 *   that is not in the split or not of the task. No text of a draft is in the message, it may be of the test split.
 */
export async function loadCritiqueCases(
  split: CritiqueCase['split'],
  folder: string = import.meta.dirname,
): Promise<readonly CritiqueCase[]> {
  const file = `critique.${split}.jsonl`;
  const problems: string[] = [];
  const lines = parseCaseLines(
    await readFile(join(folder, file), 'utf8'),
    file,
    critiqueLine,
    problems,
  );
  const byId = new Map<string, CaseLine<CritiqueCase>>();
  for (const line of lines) {
    const { where, value } = line;
    const earlier = byId.get(value.id);
    if (earlier) problems.push(`${where}: the id is already used in ${earlier.where}`);
    if (value.split !== split) problems.push(`${where}: its split is ${value.split}`);
    byId.set(value.id, line);
  }
  for (const { where, value } of lines) {
    if (value.twinOf === undefined) continue;
    const problem = twinProblem(value, byId.get(value.twinOf)?.value);
    if (problem !== undefined) problems.push(`${where}: its twin ${value.twinOf} ${problem}`);
  }
  if (problems.length > 0) throw new Error(`The drafts are wrong:\n  ${problems.join('\n  ')}`);
  return lines.map(({ value }) => value);
}

/** Both of a pair are in one split: otherwise building on one would be building on the other. */
function twinProblem(draft: CritiqueCase, twin: CritiqueCase | undefined): string | undefined {
  if (!twin) return 'is not in this split';
  if (twin.id === draft.id) return 'is itself';
  if (twin.twinOf !== undefined) return 'is a twin too';
  return twin.task === draft.task ? undefined : `is of ${twin.task}`;
}
