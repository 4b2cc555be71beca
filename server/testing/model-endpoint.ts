import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** One thing that the endpoint does while it replies. */
export type Step =
  | { readonly send: string | Uint8Array }
  | { readonly waitMs: number }
  /** Goes on once this resolves. */
  | { readonly until: Promise<unknown> }
  /** Resets the connection. */
  | 'cut'
  /** Says nothing more until the client leaves. */
  | 'stall';

/** What the endpoint answers to one request; status 200 and server-sent events unless told otherwise. */
export type Reply = {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Done before the headers are sent. */
  readonly before?: Step;
  readonly steps: readonly Step[];
};

export type ReceivedRequest = {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  /** Parsed, when it is JSON. */
  readonly body: unknown;
  /** `performance.now()` when the client left before the reply was whole; null otherwise. */
  abandonedAt: number | null;
};

/** A model endpoint that fails as told. It speaks `/chat/completions`, streaming, and `/embeddings`. */
export type ModelEndpoint = {
  /** `http://127.0.0.1:<port>/v1` */
  readonly baseUrl: string;
  readonly requests: readonly ReceivedRequest[];
  /** Replies for the next requests, in order; after them every request succeeds. */
  readonly script: (...replies: readonly Reply[]) => void;
  readonly openConnections: () => Promise<number>;
  readonly close: () => Promise<void>;
};

/** Starts a model endpoint on a free port of this machine. */
export async function createModelEndpoint(): Promise<ModelEndpoint> {
  const requests: ReceivedRequest[] = [];
  const queue: Reply[] = [];
  const server = createServer(async (incoming, response) => {
    const body = parse(Buffer.concat(await incoming.toArray()).toString());
    const path = incoming.url ?? '';
    const request = { path, headers: incoming.headers, body, abandonedAt: null as number | null };
    requests.push(request);
    response.on('close', () => {
      if (!response.writableFinished) request.abandonedAt = performance.now();
    });
    await send(response, queue.shift() ?? success(path, body));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    requests,
    script: (...replies) => queue.push(...replies),
    openConnections: () =>
      new Promise((resolve, reject) => {
        server.getConnections((error, count) => (error ? reject(error) : resolve(count)));
      }),
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

async function send(response: ServerResponse, reply: Reply): Promise<void> {
  if (reply.before !== undefined && !(await take(response, reply.before))) return;
  response.writeHead(reply.status ?? 200, {
    'content-type': 'text/event-stream',
    ...reply.headers,
  });
  response.flushHeaders();
  for (const step of reply.steps) if (!(await take(response, step))) return;
  response.end();
}

/** Does one step; false when the reply is over. */
async function take(response: ServerResponse, step: Step): Promise<boolean> {
  if (response.destroyed) return false;
  if (step === 'stall') return false;
  if (step === 'cut') {
    response.socket?.resetAndDestroy();
    return false;
  }
  if ('waitMs' in step) await sleep(step.waitMs);
  else if ('until' in step) await step.until;
  else if (!response.write(step.send))
    await Promise.race([once(response, 'drain'), once(response, 'close')]);
  return true;
}

/** Server-sent events of a chat completion, one per text. */
export function texts(...pieces: readonly string[]): readonly Step[] {
  return pieces.map((content) => event({ choices: [{ index: 0, delta: { content } }] }));
}

/** The event that ends a reply, and `[DONE]`. */
export function finish(reason = 'stop'): readonly Step[] {
  const choices = [{ index: 0, delta: {}, finish_reason: reason }];
  return [event({ choices }), { send: 'data: [DONE]\n\n' }];
}

/** One server-sent event. */
export function event(data: unknown): Step {
  return { send: `data: ${JSON.stringify(data)}\n\n` };
}

/** A reply that is one JSON document. */
export function json(status: number, data: unknown, headers: Record<string, string> = {}): Reply {
  return {
    status,
    headers: { 'content-type': 'application/json', ...headers },
    steps: [{ send: JSON.stringify(data) }],
  };
}

function success(path: string, body: unknown): Reply {
  if (!path.endsWith('/embeddings')) return { steps: [...texts('Bonjour', ' !'), ...finish()] };
  const { input } = body as { input: readonly string[] };
  const data = input.map((text, index) => ({ index, embedding: [text.length + 1, 2, -2] }));
  return json(200, { data });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
