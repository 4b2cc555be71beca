import type { AnswerEvent } from '../contract/answers.ts';
import type { TurnEvent } from '../contract/conversations.ts';

/** Enters the open class of a server; the cookie to send with what a student does. */
export const enterAsStudent = (url: string): Promise<string> => enter(`${url}/api/session/student`);

/** Enters as a trainer, with the token of `ServedTutor`; the cookie to send with what a trainer does. */
export const enterAsTrainer = (url: string, token: string): Promise<string> =>
  enter(`${url}/api/session/trainer`, { token });

async function enter(address: string, body: unknown = {}): Promise<string> {
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`The server let nobody in: ${response.status}.`);
  return cookiesOf(response);
}

/** The cookies that a response sets, as a browser sends them back. */
export const cookiesOf = (response: Response): string =>
  response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';', 1)[0])
    .join('; ');

/** Posts a question, or any body, to a server; as a student who has just entered, unless `headers` hold a cookie. */
export async function postAnswer(
  url: string,
  body: unknown,
  { headers = {}, signal }: { headers?: Record<string, string>; signal?: AbortSignal } = {},
): Promise<Response> {
  const cookie = headers['cookie'] ?? (await enterAsStudent(url));
  return fetch(`${url}/api/answers`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie, ...headers },
    body: typeof body === 'string' || isBytes(body) ? body : JSON.stringify(body),
    ...(signal && { signal }),
  });
}

const isBytes = (body: unknown): body is Uint8Array<ArrayBuffer> => body instanceof Uint8Array;

/** An event as it came over the wire; an `error` has no number. */
export type ReceivedEvent = { readonly number: number | null; readonly event: TurnEvent };

/** The events of a whole stream, with their numbers; the `event:` line of each must name the type in its data. */
export async function readNumberedEvents(response: Response): Promise<ReceivedEvent[]> {
  const frames = (await response.text()).split('\n\n').filter((frame) => frame !== '');
  return frames
    .filter((frame) => !frame.startsWith(':'))
    .map((frame) => {
      const [, type, id, data] = /^event: (.+)\n(?:id: (\d+)\n)?data: (.+)$/.exec(frame) ?? [];
      if (!type || !data) throw new Error(`not an event: ${frame}`);
      const event = JSON.parse(data) as TurnEvent;
      if (event.type !== type) throw new Error(`event ${type} holds ${event.type}`);
      return { number: id === undefined ? null : Number(id), event };
    });
}

/** What the tutor said in a whole stream: its events without those on the storing. */
export async function readEvents(response: Response): Promise<AnswerEvent[]> {
  const events = (await readNumberedEvents(response)).map(({ event }) => event);
  return events.filter(
    (event): event is AnswerEvent => event.type !== 'turn-stored' && event.type !== 'stopped',
  );
}
