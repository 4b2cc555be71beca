import type { AnswerEvent, Decision } from '../../server/contract/answers.ts';
import type { Citation, Source } from '../../server/contract/course.ts';
import type { Tutor } from '../../server/compose.ts';

/** What the tutor gave for the last turn of a conversation. */
export type PlayedTurn = {
  readonly decision: Decision;
  /** As shown, markers included. */
  readonly text: string;
  readonly citations: readonly Citation[];
  readonly sources: readonly Source[];
  readonly dropped: number;
  readonly unsupported: number;
  readonly latencyMs: number;
  /** Until the first text; `null` when it said nothing. */
  readonly ttftMs: number | null;
  /** Language of the answer. */
  readonly language: string;
};

/**
 * Plays a conversation through the tutor, turn by turn, as a student would.
 * @throws {Error} when a turn ends without its events
 */
export async function playCase(
  turns: readonly string[],
  tutor: Pick<Tutor, 'answer'>,
  signal: AbortSignal = new AbortController().signal,
): Promise<PlayedTurn> {
  let conversationId: string | undefined;
  let last: PlayedTurn | undefined;
  for (const question of turns) {
    const started = performance.now();
    const events: AnswerEvent[] = [];
    let ttftMs: number | null = null;
    const request = { question, ...(conversationId && { conversationId }) };
    for await (const event of tutor.answer(request, signal)) {
      events.push(event);
      if (event.type === 'text-delta') ttftMs ??= performance.now() - started;
      if (event.type === 'sources-available') conversationId = event.conversationId;
    }
    last = { ...toTurn(events), ttftMs, latencyMs: performance.now() - started };
  }
  if (!last) throw new Error('A case has no turns.');
  return last;
}

function toTurn(events: readonly AnswerEvent[]): Omit<PlayedTurn, 'latencyMs' | 'ttftMs'> {
  const of = <T extends AnswerEvent['type']>(type: T) =>
    events.find((event): event is Extract<AnswerEvent, { type: T }> => event.type === type);
  const cited = of('citations-available');
  const end = of('answer-end');
  if (!end) throw new Error('The tutor ended an answer without saying what it decided.');
  return {
    decision: end.decision,
    text: events.map((event) => (event.type === 'text-delta' ? event.delta : '')).join(''),
    citations: cited?.citations ?? [],
    sources: of('sources-available')?.sources ?? [],
    dropped: cited?.dropped ?? 0,
    unsupported: cited?.unsupported.length ?? 0,
    language: end.language,
  };
}
