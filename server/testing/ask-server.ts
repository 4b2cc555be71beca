import type { AnswerEvent } from '../contract/answers.ts';

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

/** The events of a whole stream; the `event:` line of each must name the type in its data. */
export async function readEvents(response: Response): Promise<AnswerEvent[]> {
  const frames = (await response.text()).split('\n\n').filter((frame) => frame !== '');
  return frames
    .filter((frame) => !frame.startsWith(':'))
    .map((frame) => {
      const [, type, data] = /^event: (.+)\ndata: (.+)$/.exec(frame) ?? [];
      if (!type || !data) throw new Error(`not an event: ${frame}`);
      const event = JSON.parse(data) as AnswerEvent;
      if (event.type !== type) throw new Error(`event ${type} holds ${event.type}`);
      return event;
    });
}
