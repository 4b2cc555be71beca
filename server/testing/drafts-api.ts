import type { DraftEvent, DraftView } from '../contract/drafts.ts';
import { type ApiClient, createApiClient } from './api-client.ts';

/** An event of a reading as it came over the wire; an `error` has no number. */
export type ReceivedDraftEvent = { readonly number: number | null; readonly event: DraftEvent };

/** A student who has entered, and what a student does with drafts. */
export type DraftStudent = ApiClient & {
  /** Sends a draft; the response streams. */
  send(body: object): Promise<Response>;
  /** Sends a draft and reads to the end; the id that it was stored under. */
  sendAll(body: object): Promise<string>;
  view(id: string): Promise<DraftView>;
};

/** Enters the open class of a server. */
export async function enterWithDrafts(url: string): Promise<DraftStudent> {
  const client = createApiClient(url);
  const entered = await client.call('POST', '/api/session/student', {});
  if (!entered.ok) throw new Error(`The server let nobody in: ${entered.status}.`);
  const send = (body: object) => client.call('POST', '/api/critiques', body);
  return {
    ...client,
    send,
    sendAll: async (body) => draftIdIn(await readDraftEvents(await send(body))),
    view: async (id) =>
      (await client.call('GET', `/api/drafts/${id}`)).json() as Promise<DraftView>,
  };
}

/** The id that the first event of a whole stream tells. */
export function draftIdIn([first]: readonly ReceivedDraftEvent[]): string {
  if (first?.event.type !== 'draft-stored') throw new Error('The draft was not stored.');
  return first.event.draftId;
}

/** The events of a whole stream, or of what came before it was cut. */
export async function readDraftEvents(response: Response): Promise<ReceivedDraftEvent[]> {
  if (!response.ok) throw new Error(`Refused with ${response.status}: ${await response.text()}`);
  return parseDraftEvents(await response.text());
}

/** Reads a stream until its first event has come; the id that it tells, and the rest of the stream. */
export async function firstDraftEvent(
  response: Response,
): Promise<{ readonly id: string; readonly rest: ReadableStreamDefaultReader<Uint8Array> }> {
  if (!response.body) throw new Error(`Nothing came: ${response.status}.`);
  const rest = response.body.getReader();
  let text = '';
  while (!text.includes('\n\n')) {
    const { value, done } = await rest.read();
    if (done) throw new Error(`Ended before an event: ${response.status} ${text}`);
    text += new TextDecoder().decode(value, { stream: true });
  }
  return { id: draftIdIn(parseDraftEvents(text)), rest };
}

/** The events in what came of a stream; one that is cut in the middle is left out. */
export function parseDraftEvents(text: string): ReceivedDraftEvent[] {
  return [...text.matchAll(/^event: (.+)\n(?:id: (\d+)\n)?data: (.+)\n\n/gm)].map(
    ([, type, id, data]) => {
      const event = JSON.parse(data!) as DraftEvent;
      if (event.type !== type) throw new Error(`event ${type} holds ${event.type}`);
      return { number: id === undefined ? null : Number(id), event };
    },
  );
}
