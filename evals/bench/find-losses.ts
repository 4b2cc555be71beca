import type { StudentExport } from '../../server/contract/student-data.ts';
import type { Acknowledged } from './killed-student.ts';

/**
 * What students had been told is kept and is not, in their exports; and what is still `streaming`, which nobody writes.
 * One sentence each.
 */
export function findLosses(
  exports: readonly StudentExport[],
  acknowledged: readonly Acknowledged[],
): readonly string[] {
  const turns = exports.flatMap(({ conversations }) => conversations.flatMap((one) => one.turns));
  const drafts = exports.flatMap((one) => one.drafts);
  const turnOf = new Map(turns.map((turn) => [turn.id, turn]));
  const draftOf = new Map(drafts.map((draft) => [draft.id, draft]));
  const unended = [...turns, ...drafts].filter(({ status }) => status === 'streaming');
  return [
    ...unended.map(({ id }) => `${id} is still being written.`),
    ...acknowledged.flatMap((one) => {
      const problem = problemOf(one, turnOf, draftOf);
      return problem === null ? [] : [problem];
    }),
  ];
}

function problemOf(
  one: Acknowledged,
  turns: ReadonlyMap<string, StudentExport['conversations'][number]['turns'][number]>,
  drafts: ReadonlyMap<string, StudentExport['drafts'][number]>,
): string | null {
  if (one.kind === 'draft') {
    const draft = drafts.get(one.draftId);
    if (draft?.text !== one.text) return `The draft ${one.draftId} is lost.`;
    return one.read && !draft.critique ? `The feedback on ${one.draftId} is lost.` : null;
  }
  const turn = turns.get(one.turnId);
  switch (one.kind) {
    case 'question':
      return turn?.question === one.question ? null : `The question ${one.turnId} is lost.`;
    case 'answer': {
      const isThere = turn?.status === 'complete' && turn.text === one.text;
      return isThere ? null : `The answer ${one.turnId} is lost.`;
    }
    case 'rating': {
      const stored = JSON.stringify(turn?.rating);
      const isThere = one.ratings.some((rating) => JSON.stringify(rating) === stored);
      return isThere ? null : `The rating of ${one.turnId} is lost.`;
    }
  }
}
