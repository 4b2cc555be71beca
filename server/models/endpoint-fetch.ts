import { ModelFailureError, type ModelFailureKind } from './model-failure.ts';

/** All that leaves the machine beside the body; the SDK's own headers tell the organisation, the project and the system. */
const sentHeaders = ['accept', 'authorization', 'content-type'];

const mebibyte = 1_048_576;

/** What a reply may hold, in bytes. 96 vectors of 4,096 numbers are about 10 MiB of JSON. */
const limits = { event: mebibyte, error: 65_536, stream: 64 * mebibyte, json: 64 * mebibyte };

/**
 * A `fetch` for model endpoints that sends no header but the necessary ones, follows no redirect, caps what it
 * reads, and refuses a web page that answers in the endpoint's place.
 *
 * @param reply `stream` for server-sent events, where a reply that comes whole, as JSON, is turned into events.
 * @param signal Takes the place of the SDK's own, for LangChain's calls that accept none.
 */
export function createEndpointFetch(reply: 'stream' | 'json', signal?: AbortSignal): typeof fetch {
  return async (input, init = {}) => {
    const response = await fetch(input, {
      ...init,
      headers: necessary(new Headers(init.headers)),
      redirect: 'manual',
      signal: signal ?? init.signal ?? null,
    });
    if (!response.ok) return withBody(response, cap(limits.error));
    const type = response.headers.get('content-type') ?? '';
    if (type.includes('html')) return refuse(response, 'unreadable');
    if (reply === 'json') return withBody(response, cap(limits.json));
    return type.includes('json') ? asEvents(response) : withBody(response, capEvents());
  };
}

function necessary(headers: Headers): Headers {
  const kept = new Headers();
  for (const name of sentHeaders) {
    const value = headers.get(name);
    if (value !== null) kept.set(name, value);
  }
  return kept;
}

async function refuse(response: Response, kind: ModelFailureKind): Promise<never> {
  await response.body?.cancel();
  throw new ModelFailureError({ kind, status: response.status });
}

function withBody(response: Response, through: TransformStream<Uint8Array, Uint8Array>): Response {
  const { body, status, headers } = response;
  return body === null ? response : new Response(body.pipeThrough(through), { status, headers });
}

/** Lets `limit` bytes through, then fails. */
function cap(limit: number): TransformStream<Uint8Array, Uint8Array> {
  let bytes = 0;
  return new TransformStream({
    transform(chunk, controller) {
      bytes += chunk.length;
      if (bytes > limit) controller.error(new ModelFailureError({ kind: 'too-large' }));
      else controller.enqueue(chunk);
    },
  });
}

/** Fails at an event that is too long: the SDK copies all it has of an event at each piece of it. */
function capEvents(): TransformStream<Uint8Array, Uint8Array> {
  let bytes = 0;
  let inEvent = 0;
  let previous = 0;
  return new TransformStream({
    transform(chunk, controller) {
      bytes += chunk.length;
      for (const byte of chunk) {
        if (byte === carriageReturn) continue;
        inEvent = byte === lineFeed && previous === lineFeed ? 0 : inEvent + 1;
        previous = byte;
      }
      if (inEvent > limits.event || bytes > limits.stream) {
        controller.error(new ModelFailureError({ kind: 'too-large' }));
      } else controller.enqueue(chunk);
    },
  });
}

const carriageReturn = 13;
const lineFeed = 10;

/** A server that does not stream answers with the whole reply; it is complete, since its JSON is. */
async function asEvents(response: Response): Promise<Response> {
  const text = await withBody(response, cap(limits.event)).text();
  const headers = { 'content-type': 'text/event-stream' };
  return new Response(`data: ${JSON.stringify(toChunk(text))}\n\ndata: [DONE]\n\n`, { headers });
}

type WholeReply = {
  readonly error?: unknown;
  readonly choices?: readonly {
    readonly message?: { readonly content?: unknown };
    readonly finish_reason?: unknown;
  }[];
};

function toChunk(text: string): object {
  const reply = parse(text);
  if (reply?.error) return { error: reply.error };
  const choice = reply?.choices?.[0];
  const content = choice?.message?.content;
  if (typeof content !== 'string') throw new ModelFailureError({ kind: 'unreadable' });
  const finish = choice?.finish_reason ?? 'stop';
  return { choices: [{ index: 0, delta: { role: 'assistant', content }, finish_reason: finish }] };
}

function parse(text: string): WholeReply | null {
  try {
    return JSON.parse(text) as WholeReply | null;
  } catch {
    throw new ModelFailureError({ kind: 'unreadable' });
  }
}
