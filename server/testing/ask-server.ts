import type { AnswerEvent } from '../contract/answers.ts';

/** Posts a question, or any body, to a server. */
export function postAnswer(
  url: string,
  body: unknown,
  { headers = {}, signal }: { headers?: Record<string, string>; signal?: AbortSignal } = {},
): Promise<Response> {
  return fetch(`${url}/api/answers`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
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
