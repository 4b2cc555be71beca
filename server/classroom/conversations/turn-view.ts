import type { Decision } from '../../contract/answers.ts';
import type { Rating, RatingReason, TurnView } from '../../contract/conversations.ts';
import type { StoredTurn } from '../../storage/turns.ts';
import { readStoredAnswer } from './stored-answer.ts';

/** A stored turn as its student sees it. */
export function toTurnView(turn: StoredTurn): TurnView {
  const { text, sources, citations, unsupported, dropped, end, failure } = readStoredAnswer(
    turn.answer,
  );
  const isCut = turn.status === 'interrupted' || turn.status === 'failed';
  return {
    id: turn.id,
    question: turn.question,
    status: turn.status,
    askedAt: turn.askedAt,
    // Where no citation is known a marker would lead nowhere.
    text: citations === null ? withoutMarkers(text) : text,
    sources: sources ?? [],
    citations: citations ?? [],
    ...{ unsupported, dropped },
    // Stored by this server from its own event.
    decision: turn.decision as Decision | null,
    language: turn.language,
    fallback: end?.fallback ?? false,
    nearest: end?.nearest ?? [],
    rating: turn.rating && toRating(turn.rating),
    failure: isCut ? (failure ?? 'model-interrupted') : null,
  };
}

const toRating = ({ helpful, reasons, shared }: NonNullable<StoredTurn['rating']>): Rating => ({
  helpful: helpful === 1,
  reasons: JSON.parse(reasons) as RatingReason[],
  shared: shared === 1,
});

const withoutMarkers = (text: string): string => text.replace(/[ \u00a0]?\[\d{1,3}\]/g, '');
