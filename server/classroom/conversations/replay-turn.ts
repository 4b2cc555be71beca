import type { Decision } from '../../contract/answers.ts';
import type { TurnEvent } from '../../contract/conversations.ts';
import { type ErrorCode, errorTable, TutorError } from '../../errors.ts';
import type { StoredTurn } from '../../storage/turns.ts';
import type { Numbered } from '../live-streams.ts';
import { readStoredAnswer } from './stored-answer.ts';

/**
 * The events of a stored turn that is over, from number `from` on, under the numbers that they had while it was written.
 * Of a turn that the server was cut off from, those that had been stored.
 * @throws {TutorError} after the last event of a turn that failed or was interrupted, as its stream did
 */
export async function* replayTurn(
  turn: StoredTurn,
  from: number,
): AsyncGenerator<Numbered<TurnEvent>, void, void> {
  let number = 0;
  for (const event of eventsOf(turn)) {
    if (number >= from) yield { number, event };
    number += 1;
  }
  if (turn.status === 'complete' || turn.status === 'stopped') return;
  const { failure } = readStoredAnswer(turn.answer);
  const code = failure !== null && isCode(failure) ? failure : 'model-interrupted';
  throw new TutorError(code, 'The answer was cut off; what had come is kept.');
}

const isCode = (text: string): text is ErrorCode => Object.hasOwn(errorTable, text);

function* eventsOf(turn: StoredTurn): Generator<TurnEvent> {
  const { conversationId, language } = turn;
  const { text, pieces, sources, citations, unsupported, dropped, end } = readStoredAnswer(
    turn.answer,
  );
  yield { type: 'turn-stored', conversationId, turnId: turn.id };
  if (sources) yield { type: 'sources-available', conversationId, sources };
  let at = 0;
  for (const length of pieces) {
    yield { type: 'text-delta', delta: text.slice(at, at + length) };
    at += length;
  }
  if (citations) yield { type: 'citations-available', citations, unsupported, dropped };
  if (turn.status === 'stopped') yield { type: 'stopped' };
  if (turn.status !== 'complete' || end === null || turn.decision === null) return;
  // Stored by this server from its own event.
  yield { type: 'answer-end', decision: turn.decision as Decision, language, ...end };
}
