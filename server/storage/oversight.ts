import type { TurnTable } from './schema.ts';
import type { TableAccess } from './store.ts';

/** A turn that the course gave no answer to. */
export type UnansweredTurn = {
  readonly question: string;
  readonly language: 'fr' | 'en';
  /** JSON of a `Place`; `null` where no section came near. */
  readonly nearest: string | null;
  /** ISO 8601. */
  readonly askedAt: string;
  readonly studentId: string;
};

/** The turns that the tutor abstained on, newest first; those that another one replaced are left out. */
export async function listUnanswered(
  tables: TableAccess,
  limit: number,
): Promise<readonly UnansweredTurn[]> {
  return tables
    .selectFrom('turns')
    .innerJoin('conversations', 'conversations.id', 'turns.conversation_id')
    .select([
      'turns.question',
      'turns.language',
      'turns.nearest',
      'turns.asked_at as askedAt',
      'conversations.student_id as studentId',
    ])
    .where('turns.decision', '=', 'abstain')
    .where('turns.replaced', '=', 0)
    .orderBy('turns.asked_at', 'desc')
    .limit(limit)
    .execute();
}

/** How many turns ended in each decision, `null` for those without one; replaced turns are left out. */
export async function countDecisions(
  tables: TableAccess,
): Promise<ReadonlyMap<string | null, number>> {
  const rows = await tables
    .selectFrom('turns')
    .select(['decision', ({ fn }) => fn.countAll<number | string | bigint>().as('count')])
    .where('replaced', '=', 0)
    .groupBy('decision')
    .execute();
  return new Map(rows.map(({ decision, count }) => [decision, Number(count)]));
}

export type ExamDecisions = {
  readonly decision: 'hint' | 'refuse';
  readonly exam: string | null;
  readonly item: string | null;
  readonly count: number;
};

/** Hints and refusals by exam and item; those of replaced turns were given as well and count. */
export async function countExamDecisions(tables: TableAccess): Promise<readonly ExamDecisions[]> {
  const rows = await tables
    .selectFrom('turns')
    .select([
      'decision',
      'exam',
      'item',
      ({ fn }) => fn.countAll<number | string | bigint>().as('count'),
    ])
    .where('decision', 'in', ['hint', 'refuse'])
    .groupBy(['decision', 'exam', 'item'])
    .execute();
  return rows.map(({ decision, exam, item, count }) => ({
    ...{ exam, item, count: Number(count) },
    decision: decision === 'hint' ? 'hint' : 'refuse',
  }));
}

export type RatingCount = {
  readonly helpful: boolean;
  /** JSON array of reasons. */
  readonly reasons: string;
  readonly count: number;
};

/** How often each combination of ratings and reasons was given. */
export async function countRatings(tables: TableAccess): Promise<readonly RatingCount[]> {
  const rows = await tables
    .selectFrom('ratings')
    .select(['helpful', 'reasons', ({ fn }) => fn.countAll<number | string | bigint>().as('count')])
    .groupBy(['helpful', 'reasons'])
    .execute();
  return rows.map(({ helpful, reasons, count }) => ({
    ...{ helpful: helpful === 1, reasons, count: Number(count) },
  }));
}

export type StoredSharedTurn = {
  readonly turnId: string;
  readonly question: string;
  /** JSON, as `TurnTable` describes it. */
  readonly answer: string;
  readonly status: TurnTable['status'];
  readonly decision: string | null;
  readonly language: 'fr' | 'en';
  readonly helpful: boolean;
  readonly reasons: string;
  readonly caseId: string | null;
};

/** Turns that their students show to the trainer, the ones rated last first. */
export async function listSharedTurns(
  tables: TableAccess,
  limit: number,
): Promise<readonly StoredSharedTurn[]> {
  const rows = await tables
    .selectFrom('ratings')
    .innerJoin('turns', 'turns.id', 'ratings.turn_id')
    .select([
      'turns.id as turnId',
      'turns.question',
      'turns.answer',
      'turns.status',
      'turns.decision',
      'turns.language',
      'ratings.helpful',
      'ratings.reasons',
      'ratings.case_id as caseId',
    ])
    .where('ratings.shared', '=', 1)
    .orderBy('ratings.rated_at', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ ...row, helpful: row.helpful === 1 }));
}

/** Students who have entered, and drafts that are shown to the trainer. */
export async function countPeopleAndDrafts(
  tables: TableAccess,
): Promise<{ readonly students: number; readonly sharedDrafts: number }> {
  const students = await tables
    .selectFrom('students')
    .select(({ fn }) => fn.countAll<number | string | bigint>().as('count'))
    .executeTakeFirst();
  const drafts = await tables
    .selectFrom('drafts')
    .select(({ fn }) => fn.countAll<number | string | bigint>().as('count'))
    .where('shared', '=', 1)
    .executeTakeFirst();
  return { students: Number(students?.count ?? 0), sharedDrafts: Number(drafts?.count ?? 0) };
}
