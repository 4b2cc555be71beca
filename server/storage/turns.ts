import type { TurnTable } from './schema.ts';
import type { TableAccess } from './store.ts';

/** A turn as it is stored, with what its student thought of it. */
export type StoredTurn = {
  readonly id: string;
  readonly conversationId: string;
  readonly question: string;
  /** ISO 8601, as are all times here. */
  readonly askedAt: string;
  readonly finishedAt: string | null;
  readonly status: TurnTable['status'];
  readonly language: TurnTable['language'];
  readonly decision: string | null;
  readonly answer: string;
  readonly replaced: number;
  readonly rating: {
    readonly helpful: number;
    /** JSON array of reasons. */
    readonly reasons: string;
    readonly shared: number;
  } | null;
};

export type NewTurn = {
  readonly id: string;
  readonly conversationId: string;
  readonly requestKey: string | null;
  readonly question: string;
  readonly askedAt: string;
  readonly language: TurnTable['language'];
  readonly answer: string;
  /** The turn that it takes the place of. */
  readonly replaces: string | null;
};

/**
 * Stores a turn at the end of its conversation, as `streaming`; the one that it replaces keeps everything but its place.
 * To be called in a transaction.
 */
export async function addTurn(tables: TableAccess, turn: NewTurn): Promise<void> {
  const { id, conversationId, question, answer, language, askedAt } = turn;
  // First, so that on Postgres, which lets transactions run at once, another turn waits for the place of this one.
  await tables
    .updateTable('conversations')
    .set({ updated_at: askedAt })
    .where('id', '=', conversationId)
    .execute();
  if (turn.replaces !== null) {
    await tables
      .updateTable('turns')
      .set({ replaced: 1 })
      .where('id', '=', turn.replaces)
      .execute();
  }
  const last = await tables
    .selectFrom('turns')
    .select((select) => select.fn.max('position').as('position'))
    .where('conversation_id', '=', conversationId)
    .executeTakeFirst();
  await tables
    .insertInto('turns')
    .values({
      ...{ id, question, answer, language, conversation_id: conversationId },
      ...{ request_key: turn.requestKey, asked_at: askedAt, finished_at: null },
      ...{ position: (last?.position ?? -1) + 1, status: 'streaming', replaced: 0 },
      ...{ decision: null, memory: null, exam: null, item: null, nearest: null },
    })
    .execute();
}

const ofStudent = (tables: TableAccess, studentId: string) =>
  tables
    .selectFrom('turns')
    .innerJoin('conversations', 'conversations.id', 'turns.conversation_id')
    .leftJoin('ratings', 'ratings.turn_id', 'turns.id')
    .select([
      ...(['turns.id', 'turns.question', 'turns.status', 'turns.language'] as const),
      ...(['turns.decision', 'turns.answer', 'turns.replaced'] as const),
      'turns.conversation_id as conversationId',
      'turns.asked_at as askedAt',
      'turns.finished_at as finishedAt',
      ...(['ratings.helpful', 'ratings.reasons', 'ratings.shared'] as const),
    ])
    .where('conversations.student_id', '=', studentId);

type Row = Awaited<ReturnType<ReturnType<typeof ofStudent>['execute']>>[number];

function toTurn({ helpful, reasons, shared, ...turn }: Row): StoredTurn {
  const rated = helpful !== null && reasons !== null && shared !== null;
  return { ...turn, rating: rated ? { helpful, reasons, shared } : null };
}

/** A turn of this student; `null` when there is none of that id, or it is another's. */
export async function findTurn(
  tables: TableAccess,
  studentId: string,
  id: string,
): Promise<StoredTurn | null> {
  const row = await ofStudent(tables, studentId).where('turns.id', '=', id).executeTakeFirst();
  return row ? toTurn(row) : null;
}

/** The turns of a conversation of this student, oldest first, those that were replaced included. */
export async function listTurns(
  tables: TableAccess,
  studentId: string,
  conversationId: string,
): Promise<readonly StoredTurn[]> {
  const rows = await ofStudent(tables, studentId)
    .where('turns.conversation_id', '=', conversationId)
    .orderBy('turns.position')
    .execute();
  return rows.map(toTurn);
}

/** Who asked with a request key, and the turn that came of it. */
export async function findRequest(
  tables: TableAccess,
  requestKey: string,
): Promise<{ readonly turnId: string; readonly studentId: string } | null> {
  const row = await tables
    .selectFrom('turns')
    .innerJoin('conversations', 'conversations.id', 'turns.conversation_id')
    .select(['turns.id as turnId', 'conversations.student_id as studentId'])
    .where('turns.request_key', '=', requestKey)
    .executeTakeFirst();
  return row ?? null;
}

/** The last turn of a conversation that no other one replaced; `null` when it has none. */
export async function lastTurn(
  tables: TableAccess,
  conversationId: string,
): Promise<{ readonly id: string; readonly language: TurnTable['language'] } | null> {
  const row = await tables
    .selectFrom('turns')
    .select(['id', 'language'])
    .where('conversation_id', '=', conversationId)
    .where('replaced', '=', 0)
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

/** What the last turns of a conversation left for later ones to lean on, oldest first; none of what was replaced. */
export async function memoriesOf(
  tables: TableAccess,
  conversationId: string,
  limit: number,
): Promise<readonly string[]> {
  const rows = await tables
    .selectFrom('turns')
    .select('memory')
    .where('conversation_id', '=', conversationId)
    .where('replaced', '=', 0)
    .where('memory', 'is not', null)
    .orderBy('position', 'desc')
    .limit(limit)
    .execute();
  return rows.flatMap(({ memory }) => memory ?? []).reverse();
}

/** When a student asked, since a time, oldest first. */
export async function askedSince(
  tables: TableAccess,
  studentId: string,
  since: string,
): Promise<readonly string[]> {
  const rows = await tables
    .selectFrom('turns')
    .innerJoin('conversations', 'conversations.id', 'turns.conversation_id')
    .select('turns.asked_at as askedAt')
    .where('conversations.student_id', '=', studentId)
    .where('turns.asked_at', '>', since)
    .orderBy('turns.asked_at')
    .execute();
  return rows.map(({ askedAt }) => askedAt);
}
