import type { Decision } from '../../contract/answers.ts';
import type { TurnEvent } from '../../contract/conversations.ts';
import { type ErrorCode, errorTable } from '../../errors.ts';
import type { StoredTurn } from '../../storage/turns.ts';
import type { Numbered } from '../live-streams.ts';
import { readStoredAnswer } from './stored-answer.ts';

/**
 * The events of a stored turn that is over, under the numbers that they had while it was written; those up to `after` are
 * left out, but the last always comes. Of a turn that the server was cut off from, those that had been stored: its reader
 * may have seen more of it, so its citations and its end come always, under numbers that are new to them.
 */
export async function* replayTurn(
  turn: StoredTurn,
  { after, requestId }: { readonly after: number; readonly requestId: string },
): AsyncGenerator<Numbered<TurnEvent>, void, void> {
  const events = [...eventsOf(turn, requestId)];
  const hasEnd = turn.status !== 'interrupted';
  const tail = hasEnd ? events.length - 1 : events.findIndex(({ type }) => endings.has(type));
  for (const [number, event] of events.entries()) {
    if (number > after) yield { number, event };
    else if (number >= tail) yield { number: hasEnd ? number : after + 1 + number - tail, event };
  }
}

/** What comes after the text of an answer that was cut. */
const endings: ReadonlySet<TurnEvent['type']> = new Set(['citations-available', 'error']);

function* eventsOf(turn: StoredTurn, requestId: string): Generator<TurnEvent> {
  const { conversationId, language } = turn;
  const stored = readStoredAnswer(turn.answer);
  const { text, sources, citations, unsupported, dropped, end } = stored;
  yield { type: 'turn-stored', conversationId, turnId: turn.id };
  if (sources) yield { type: 'sources-available', conversationId, sources };
  let at = 0;
  for (const length of stored.pieces) {
    yield { type: 'text-delta', delta: text.slice(at, at + length) };
    at += length;
  }
  if (citations) yield { type: 'citations-available', citations, unsupported, dropped };
  if (turn.status === 'stopped') yield { type: 'stopped' };
  else if (turn.status === 'complete' && end && turn.decision !== null) {
    // Stored by this server from its own event.
    yield { type: 'answer-end', decision: turn.decision as Decision, language, ...end };
  } else {
    const code = stored.failure ?? 'model-interrupted';
    yield { type: 'error', code, retryable: isRetryable(code), requestId };
  }
}

const isRetryable = (code: string): boolean =>
  Object.hasOwn(errorTable, code) && errorTable[code as ErrorCode].retryable;
