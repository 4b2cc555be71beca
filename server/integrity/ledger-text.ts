import { z } from 'zod';
import { TutorError } from '../errors.ts';
import { emptyLedger, type Ledger } from './ledger.ts';

const counts = z.array(z.tuple([z.string(), z.int()])).transform((entries) => new Map(entries));
const schema = z.object({
  turn: z.int().min(0),
  armed: counts,
  given: counts,
  lastItem: z.string().nullable(),
  window: z.array(z.string()),
});

/** A ledger as a text that can be stored. */
export const toLedgerText = (ledger: Ledger): string =>
  JSON.stringify({ ...ledger, armed: [...ledger.armed], given: [...ledger.given] });

/**
 * The ledger of a stored text; an empty one where nothing was stored yet.
 * @throws {TutorError} `data-broken`: taking it for an empty one would give the hints anew and forget the items spoken of
 */
export function readLedgerText(text: string | null): Ledger {
  if (text === null) return emptyLedger;
  try {
    return schema.parse(JSON.parse(text));
  } catch (cause) {
    throw new TutorError(
      'data-broken',
      'What the exam guard remembers of this conversation cannot be read; begin a new conversation.',
      { cause },
    );
  }
}
