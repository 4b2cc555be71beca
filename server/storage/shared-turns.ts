import type { TableAccess } from './store.ts';

/** A turn that its student shows to the trainer. */
export type SharedTurnRow = {
  readonly question: string;
  readonly decision: string | null;
  /** The answer's text. */
  readonly text: string;
};

/**
 * A shared turn, last, after those before it in its conversation that are shared without a gap; empty when the turn is
 * unknown, not shared, or another one took its place.
 */
export async function findSharedTurns(
  tables: TableAccess,
  turnId: string,
): Promise<readonly SharedTurnRow[]> {
  const rows = await tables
    .selectFrom('turns as wanted')
    .innerJoin('turns', 'turns.conversation_id', 'wanted.conversation_id')
    .leftJoin('ratings', 'ratings.turn_id', 'turns.id')
    .select(['turns.id', 'turns.question', 'turns.decision', 'turns.answer', 'ratings.shared'])
    .where('wanted.id', '=', turnId)
    .where('turns.replaced', '=', 0)
    .whereRef('turns.position', '<=', 'wanted.position')
    .orderBy('turns.position')
    .execute();
  if (rows.at(-1)?.id !== turnId) return [];
  const kept = rows.slice(rows.findLastIndex(({ shared }) => shared !== 1) + 1);
  return kept.map(({ question, decision, answer }) => ({
    ...{ question, decision },
    text: textOf(answer),
  }));
}

function textOf(answer: string): string {
  const { text } = JSON.parse(answer) as { readonly text?: unknown };
  return typeof text === 'string' ? text : '';
}

/** Notes which case was made of a turn. */
export async function setCaseId(
  tables: TableAccess,
  turnId: string,
  caseId: string,
): Promise<void> {
  await tables
    .updateTable('ratings')
    .set({ case_id: caseId })
    .where('turn_id', '=', turnId)
    .execute();
}
