import type { Candidate } from './candidates.ts';

/** True when a sentence only announces what comes after it. */
export const announces = ({ kind, shown }: Candidate): boolean =>
  kind === 'sentence' && shown.endsWith(':');

const interrogative =
  /^(?:(?:a|de|dans|pour|par|avec) )?(?:quels?|quelles?|comment|pourquoi|combien|qui|que|what|which|how|why|who) [^?]*\?\W*$/;

/** True when a statement is a question to the reader ("Quelles données exploiter ?"): it answers none. */
export const asksReader = ({ kind, folded }: Candidate): boolean =>
  kind !== 'row' && interrogative.test(folded);
