import { setTimeout as sleep } from 'node:timers/promises';
import type { Rating, TurnEvent } from '../../server/contract/conversations.ts';
import type { DraftEvent } from '../../server/contract/drafts.ts';
import { createStudentClient, type StudentClient } from '../../server/testing/student-client.ts';

/** Something that the server said it had. */
export type Acknowledged =
  | { readonly kind: 'question'; readonly turnId: string; readonly question: string }
  | { readonly kind: 'answer'; readonly turnId: string; readonly text: string }
  /** The last one acknowledged of a turn, or one that was on its way when the server was killed, may stand. */
  | { readonly kind: 'rating'; readonly turnId: string; readonly ratings: readonly Rating[] }
  | { readonly kind: 'draft'; readonly draftId: string; readonly text: string; read: boolean };

/** A student who works until the server is gone. */
export type KilledStudent = {
  /** Resolves when the server no longer answers. */
  work(): Promise<void>;
  acknowledged(): readonly Acknowledged[];
};

/** Long enough for several pages of the database. */
const draftLength = 6_000;

export function createKilledStudent({
  url,
  cookie,
  random,
  onAcknowledged,
}: {
  readonly url: string;
  readonly cookie: string;
  readonly random: () => number;
  readonly onAcknowledged: () => void;
}): KilledStudent {
  const acknowledged: Acknowledged[] = [];
  const note = (one: Acknowledged) => {
    acknowledged.push(one);
    onAcknowledged();
  };

  const ask = async (student: StudentClient, body: object, question: string) => {
    const response = await student.post({ ...body, question });
    let turnId = '';
    let conversationId = '';
    let text = '';
    for await (const event of eventsOf<TurnEvent>(response)) {
      if (event.type === 'turn-stored') {
        ({ turnId, conversationId } = event);
        note({ kind: 'question', turnId, question });
      }
      if (event.type === 'text-delta') text += event.delta;
      if (event.type === 'answer-end') note({ kind: 'answer', turnId, text });
    }
    return { turnId, conversationId };
  };

  const rate = async (student: StudentClient, turnId: string) => {
    const ratings: Rating[] = [];
    const entry: Acknowledged = { kind: 'rating', turnId, ratings };
    for (const helpful of [true, false]) {
      const rating: Rating = { helpful, reasons: helpful ? [] : ['unclear'], shared: helpful };
      ratings.push(rating);
      await student.send('PUT', `/api/turns/${turnId}/rating`, rating);
      ratings.splice(0, ratings.length, rating);
      if (!acknowledged.includes(entry)) note(entry);
    }
  };

  const draft = async (student: StudentClient, text: string) => {
    const response = await student.send('POST', '/api/critiques', { task: text, text });
    let entry: Extract<Acknowledged, { kind: 'draft' }> | null = null;
    for await (const event of eventsOf<DraftEvent>(response)) {
      if (event.type === 'draft-stored') {
        entry = { kind: 'draft', draftId: event.draftId, text, read: false };
        note(entry);
      }
      if (event.type === 'critique-end' && entry) entry.read = true;
    }
  };

  const work = async () => {
    const student = await createStudentClient(url, cookie);
    for (let round = 0; ; round += 1) {
      const name = `${Math.floor(random() * 1e12)}-${round}`;
      const first = await ask(student, {}, `question ${name}`);
      await sleep(random() * 5);
      const { conversationId, turnId } = first;
      const second = await ask(student, { conversationId, replaces: turnId }, `edited ${name}`);
      await Promise.all([
        rate(student, second.turnId),
        draft(student, `draft ${name} `.repeat(draftLength / 20)),
      ]);
    }
  };

  return {
    // A connection that breaks is what this is about.
    work: () => work().catch(() => {}),
    acknowledged: () => acknowledged,
  };
}

/** The events of a stream as far as it goes, each as soon as it is there. */
async function* eventsOf<Event>(response: Response): AsyncGenerator<Event> {
  if (!response.ok) throw new Error(`The server answered ${response.status}.`);
  let pending = '';
  for await (const text of response.body!.pipeThrough(new TextDecoderStream())) {
    const frames = `${pending}${text}`.split('\n\n');
    pending = frames.pop()!;
    for (const frame of frames) {
      const data = /^data: (.+)$/m.exec(frame)?.[1];
      if (data !== undefined) yield JSON.parse(data) as Event;
    }
  }
}
