import type { DraftSummary } from '../../server/contract/drafts.ts';

/**
 * Which of the drafts of its task each is, from 1, by id; two of the same minute are then told apart.
 * @param drafts newest first
 */
export function numberDrafts(drafts: readonly DraftSummary[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const numbers = new Map<string, number>();
  for (const { id, task } of drafts.toReversed()) {
    const number = (counts.get(task) ?? 0) + 1;
    counts.set(task, number);
    numbers.set(id, number);
  }
  return numbers;
}
