import type { Decision } from '../../contract/answers.ts';
import type { AnswerView, Rating, RatingReason, TurnView } from '../../contract/conversations.ts';
import type { StoredTurn } from '../../storage/turns.ts';
import { readStoredAnswer } from './stored-answer.ts';

/** A stored turn as its student sees it. */
export const toTurnView = (turn: StoredTurn): TurnView => ({
  ...toAnswerView(turn),
  ...{ id: turn.id, question: turn.question, askedAt: turn.askedAt },
  rating: turn.rating && toRating(turn.rating),
});

/** A stored answer as it is shown. */
export function toAnswerView(
  turn: Pick<StoredTurn, 'status' | 'answer' | 'decision' | 'language'>,
): AnswerView {
  const { text, sources, citations, unsupported, dropped, end, failure } = readStoredAnswer(
    turn.answer,
  );
  const isCut = turn.status === 'interrupted' || turn.status === 'failed';
  return {
    status: turn.status,
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
    failure: isCut ? (failure ?? 'model-interrupted') : null,
  };
}

const toRating = ({ helpful, reasons, shared }: NonNullable<StoredTurn['rating']>): Rating => ({
  helpful: helpful === 1,
  reasons: JSON.parse(reasons) as RatingReason[],
  shared: shared === 1,
});

const withoutMarkers = (text: string): string => text.replace(/[ \u00a0]?\[\d{1,3}\]/g, '');
