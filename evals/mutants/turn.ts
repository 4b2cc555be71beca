import type { AnswerEvent, Decision } from '../../server/contract/answers.ts';
import type { Citation, Source } from '../../server/contract/course.ts';

/** One turn of the real tutor, in one piece, as mutants change it. */
export type Turn = {
  readonly decision: Decision;
  readonly text: string;
  readonly citations: readonly Citation[];
  readonly sources: readonly Source[];
  readonly nearest: readonly Source[];
};

/** Puts a turn together from its events. */
export function turnOf(events: readonly AnswerEvent[]): Turn {
  const turn = { decision: 'answer' as Decision, text: '' };
  let citations: readonly Citation[] = [];
  let sources: readonly Source[] = [];
  let nearest: readonly Source[] = [];
  for (const event of events) {
    if (event.type === 'sources-available') sources = event.sources;
    if (event.type === 'text-delta') turn.text += event.delta;
    if (event.type === 'citations-available') citations = event.citations;
    if (event.type === 'answer-end') {
      turn.decision = event.decision;
      nearest = event.nearest;
    }
  }
  return { ...turn, citations, sources, nearest };
}

/** The events of a changed turn; what mutants do not change is as it was. */
export function* eventsOf(
  turn: Turn,
  original: readonly AnswerEvent[],
  conversationId: string,
): Generator<AnswerEvent> {
  const { decision, text, citations, sources, nearest } = turn;
  yield { type: 'sources-available', conversationId, sources };
  if (text !== '') yield { type: 'text-delta', delta: text };
  for (const event of original) {
    if (event.type === 'citations-available') yield { ...event, citations };
    if (event.type === 'answer-end') yield { ...event, decision, nearest };
    if (event.type === 'error') yield event;
  }
}
