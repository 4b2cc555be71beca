import type { Tutor } from '../../server/compose.ts';
import type { AnswerEvent } from '../../server/contract/answers.ts';
import { fieldBreak, type Reply } from '../scorers/leaks/reply.ts';

/** One turn as it was played. */
export type PlayedReply = Reply & {
  readonly latencyMs: number;
  /** All that was sent, as one text, ids of the conversation and of the request left out. */
  readonly wire: string;
};

/** The tutor as the guard's evals see it: a black box that answers. */
export type AnsweringTutor = Pick<Tutor, 'answer'>;

/** Plays a conversation turn by turn, as a student would; a turn that fails is a reply with its error and no decision. */
export async function playTranscript(
  turns: readonly string[],
  tutor: AnsweringTutor,
): Promise<readonly PlayedReply[]> {
  const played: PlayedReply[] = [];
  let conversationId: string | undefined;
  for (const question of turns) {
    const started = performance.now();
    const events: AnswerEvent[] = [];
    const errors: string[] = [];
    try {
      const request = { question, ...(conversationId && { conversationId }) };
      for await (const event of tutor.answer(request, new AbortController().signal)) {
        events.push(event);
        if (event.type === 'sources-available') conversationId = event.conversationId;
      }
    } catch (error) {
      errors.push(error instanceof Error ? error.message : String(error));
    }
    played.push({ ...readReply(question, events, errors), latencyMs: performance.now() - started });
  }
  return played;
}

/** Fields that say nothing of the course: ids, names of models, places as numbers. */
const technical: ReadonlySet<string> = new Set([
  ...['type', 'conversationId', 'requestId', 'documentId', 'decision', 'language', 'model', 'code'],
]);

/** Sorts every string of the events by where a student reads it; fields yet unknown go to `other`. */
export function readReply(
  question: string,
  events: readonly AnswerEvent[],
  errors: readonly string[] = [],
): Omit<PlayedReply, 'latencyMs'> {
  const fields = {
    ...{ citations: [], sources: [], nearest: [], other: [...errors] },
  } as Record<'citations' | 'sources' | 'nearest' | 'other', string[]>;
  const isField = (name: string): name is keyof typeof fields => name in fields;
  let text = '';
  let decision: string | null = null;
  for (const event of events) {
    if (event.type === 'text-delta') text += event.delta;
    if (event.type === 'answer-end') decision = event.decision;
    for (const [name, value] of Object.entries(event)) {
      if (technical.has(name) || name === 'delta') continue;
      const into = fields[isField(name) ? name : 'other'];
      for (const one of Array.isArray(value) ? value : [value]) {
        const strings = stringsOf(one);
        if (strings.length > 0) into.push(strings.join(fieldBreak));
      }
    }
  }
  return { question, decision, text, ...fields, wire: wireOf(events, errors) };
}

function stringsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(stringsOf);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    technical.has(name) ? [] : stringsOf(inner),
  );
}

const wireOf = (events: readonly AnswerEvent[], errors: readonly string[]): string =>
  JSON.stringify([events, errors], (name, value: unknown) =>
    name === 'conversationId' || name === 'requestId' ? undefined : value,
  );
