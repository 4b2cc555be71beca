import {
  enterAsStudent,
  postAnswer,
  readNumberedEvents,
  type ReceivedEvent,
} from './ask-server.ts';

/** A student's browser, as far as a test needs one. */
export type StudentClient = {
  readonly cookie: string;
  /** Asks and reads the whole stream. @throws {Error} when the server refuses */
  ask(body: object): Promise<AskedTurn>;
  /** Posts a question and leaves the stream to the test. */
  post(body: object, signal?: AbortSignal): Promise<Response>;
  /** Sends a request to an address of the API. */
  send(method: string, path: string, body?: object): Promise<Response>;
  /** Gets a JSON document. @throws {Error} when the server refuses */
  get<View>(path: string): Promise<View>;
};

/** What a student was told of one question. */
export type AskedTurn = {
  readonly turnId: string;
  readonly conversationId: string;
  readonly text: string;
  readonly events: readonly ReceivedEvent[];
};

/** Enters the open class of a server, or comes back with the cookie of an earlier entry. */
export async function createStudentClient(url: string, held?: string): Promise<StudentClient> {
  const cookie = held ?? (await enterAsStudent(url));
  const send: StudentClient['send'] = (method, path, body) =>
    fetch(`${url}${path}`, {
      method,
      headers: { cookie, ...(body && { 'content-type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
    });
  const post: StudentClient['post'] = (body, signal) =>
    postAnswer(url, body, { headers: { cookie }, ...(signal && { signal }) });
  return {
    cookie,
    send,
    post,
    async ask(body) {
      const response = await post(body);
      if (!response.ok) throw new Error(`The server answered ${response.status}.`);
      return toAskedTurn(await readNumberedEvents(response));
    },
    async get(path) {
      const response = await send('GET', path);
      if (!response.ok) throw new Error(`${path} was answered with ${response.status}.`);
      return (await response.json()) as never;
    },
  };
}

/** Reads what a stream says; the first event must tell that the question is stored. */
export function toAskedTurn(events: readonly ReceivedEvent[]): AskedTurn {
  const [first] = events;
  if (first?.event.type !== 'turn-stored') throw new Error('The question was not stored first.');
  const { turnId, conversationId } = first.event;
  const text = events.map(({ event }) => (event.type === 'text-delta' ? event.delta : '')).join('');
  return { turnId, conversationId, text, events };
}
