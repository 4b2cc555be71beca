import type { TurnTable } from './schema.ts';
import type { TableAccess } from './store.ts';

/** Keeps what has come of an answer that is being written; one that has ended is left as it is. */
export async function saveAnswer(tables: TableAccess, id: string, answer: string): Promise<void> {
  await tables
    .updateTable('turns')
    .set({ answer })
    .where('id', '=', id)
    .where('status', '=', 'streaming')
    .execute();
}

/** Notes the exam item that a turn is about: what is counted for the trainer. */
export async function saveItem(
  tables: TableAccess,
  id: string,
  { exam, item }: { readonly exam: string; readonly item: string },
): Promise<void> {
  await tables.updateTable('turns').set({ exam, item }).where('id', '=', id).execute();
}

/** How a turn ended. */
export type FinishedTurn = {
  readonly status: Exclude<TurnTable['status'], 'streaming'>;
  /** ISO 8601. */
  readonly finishedAt: string;
  readonly answer: string;
  /** `null` where the turn ended before it was decided: its language stays the one that it was asked in. */
  readonly decided: {
    readonly decision: string;
    readonly language: TurnTable['language'];
    readonly nearest: string | null;
  } | null;
  readonly memory: string | null;
};

/** Ends a turn; one that has ended is left as it is. */
export async function finishTurn(
  tables: TableAccess,
  id: string,
  { status, finishedAt, answer, decided, memory }: FinishedTurn,
): Promise<void> {
  await tables
    .updateTable('turns')
    .set({ status, answer, memory, finished_at: finishedAt, ...decided })
    .where('id', '=', id)
    .where('status', '=', 'streaming')
    .execute();
}

/** At start nothing is being written: what was, was cut off. */
export async function interruptStreaming(tables: TableAccess, at: string): Promise<void> {
  await tables
    .updateTable('turns')
    .set({ status: 'interrupted', finished_at: at })
    .where('status', '=', 'streaming')
    .execute();
}
