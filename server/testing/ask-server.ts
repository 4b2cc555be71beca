import type { AnswerEvent } from '../contract/answers.ts';

/** Enters the open class of a server; the cookie to send with what a student does. */
export async function enterAsStudent(url: string): Promise<string> {
  const response = await fetch(`${url}/api/session/student`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  });
  if (!response.ok) throw new Error(`The server let nobody in: ${response.status}.`);
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';', 1)[0])
    .join('; ');
}

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
