import type { TableAccess } from './store.ts';

/** What a student thinks of an answer. */
export type NewRating = {
  readonly turnId: string;
  readonly helpful: boolean;
  readonly reasons: readonly string[];
  readonly shared: boolean;
  /** ISO 8601. */
  readonly ratedAt: string;
};

/** Keeps a rating in place of the one before; the eval case that was made of its turn stays. */
export async function putRating(tables: TableAccess, rating: NewRating): Promise<void> {
  const values = {
    helpful: rating.helpful ? 1 : 0,
    reasons: JSON.stringify(rating.reasons),
    shared: rating.shared ? 1 : 0,
    rated_at: rating.ratedAt,
  };
  await tables
    .insertInto('ratings')
    .values({ ...values, turn_id: rating.turnId, case_id: null })
    .onConflict((conflict) => conflict.column('turn_id').doUpdateSet(values))
    .execute();
}

/** Takes a rating back. */
export async function deleteRating(tables: TableAccess, turnId: string): Promise<void> {
  await tables.deleteFrom('ratings').where('turn_id', '=', turnId).execute();
}
