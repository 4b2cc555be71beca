import type { AnswerEvent } from '../../server/contract/answers.ts';
import type { Tutor } from '../../server/compose.ts';

/** What was said so far in a conversation, and what the tutor said to the last of it. */
export type PlayedTurnEvents = {
  /** Questions of the conversation, this one last. */
  readonly questions: readonly string[];
  readonly events: readonly AnswerEvent[];
};

/** The real tutor, asked once for each conversation: fifty mutants of what it says cost one run of it. */
export type RememberingTutor = {
  play(question: string, conversationId: string): Promise<PlayedTurnEvents>;
};

/** Remembers every turn by the questions that led to it; the offline tutor says the same to the same. */
export function rememberTurns(tutor: Pick<Tutor, 'answer'>): RememberingTutor {
  const said = new Map<string, readonly AnswerEvent[]>();
  const asked = new Map<string, readonly string[]>();
  /** The tutor's own conversation that stands at these questions. */
  const reached = new Map<string, string>();
  return {
    async play(question, conversationId) {
      const earlier = asked.get(conversationId) ?? [];
      const questions = [...earlier, question];
      asked.set(conversationId, questions);
      const key = JSON.stringify(questions);
      const known = said.get(key);
      if (known) return { questions, events: known };
      const id = await reach(earlier);
      const events = await collect(question, id);
      said.set(key, events);
      const own = ownId(events);
      if (own !== undefined) reached.set(key, own);
      return { questions, events };
    },
  };

  async function collect(question: string, id: string | undefined): Promise<AnswerEvent[]> {
    const events: AnswerEvent[] = [];
    const request = { question, ...(id !== undefined && { conversationId: id }) };
    for await (const event of tutor.answer(request, new AbortController().signal))
      events.push(event);
    return events;
  }

  /**
   * A conversation of the tutor at these questions. One that has gone on since is of no use any more, so it is taken
   * away when it is handed out, and played again when it is asked for again.
   */
  async function reach(questions: readonly string[]): Promise<string | undefined> {
    if (questions.length === 0) return undefined;
    const key = JSON.stringify(questions);
    const waiting = reached.get(key);
    reached.delete(key);
    if (waiting !== undefined) return waiting;
    let id: string | undefined;
    for (const question of questions) id = ownId(await collect(question, id)) ?? id;
    return id;
  }
}

const ownId = (events: readonly AnswerEvent[]): string | undefined =>
  events.find((event) => event.type === 'sources-available')?.conversationId;
