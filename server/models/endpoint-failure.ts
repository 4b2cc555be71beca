import { type ModelFailure, ModelFailureError, type ModelFailureKind } from './model-failure.ts';

/**
 * Tells what an error of the OpenAI SDK, of LangChain around it or of `fetch` under it means.
 * Only kinds, statuses and codes are read; the messages hold what upstream said.
 */
export function toModelFailure(error: unknown): ModelFailure {
  for (const link of chain(error)) {
    if (link instanceof ModelFailureError) return link.failure;
    const status = field(link, 'status');
    if (typeof status === 'number') return fromStatus(status, link);
    if (field(link, 'name') === 'ContextOverflowError') return { kind: 'context-too-long' };
    if (typeof field(link, 'error') === 'object') return fromErrorFrame(link);
  }
  return { kind: chain(error).some(isNetworkError) ? 'unreachable' : 'unreadable' };
}

const kinds: Readonly<Record<number, ModelFailureKind>> = {
  401: 'unauthorized',
  402: 'quota-exceeded',
  403: 'unauthorized',
  404: 'unknown-model',
  408: 'server-error',
  413: 'context-too-long',
  429: 'rate-limited',
};

function fromStatus(status: number, error: object): ModelFailure {
  // A redirect is not followed: it could carry the key and the prompt to another host.
  if (status < 400) return { kind: 'unreadable', status };
  const code = codeOf(error);
  if (code === 'insufficient_quota') return { kind: 'quota-exceeded', status };
  if (code === 'context_length_exceeded') return { kind: 'context-too-long', status };
  const kind = kinds[status] ?? (status >= 500 ? 'server-error' : 'bad-request');
  const retryAfterMs = kind === 'rate-limited' ? readRetryAfter(error) : null;
  return retryAfterMs === null ? { kind, status } : { kind, status, retryAfterMs };
}

/** An error inside a stream that began with status 200. Some servers give the status they would have used as code. */
function fromErrorFrame(error: object): ModelFailure {
  const code = codeOf(error);
  if (Number(code) >= 400 && Number(code) < 600) return fromStatus(Number(code), error);
  if (code === 'insufficient_quota') return { kind: 'quota-exceeded' };
  if (code === 'context_length_exceeded') return { kind: 'context-too-long' };
  if (code === 'rate_limit_exceeded') return { kind: 'rate-limited' };
  return { kind: 'server-error' };
}

/** Providers put `insufficient_quota` in `code`, in `type`, or in both. */
function codeOf(error: object): unknown {
  const code = field(error, 'code');
  const type = field(error, 'type');
  return type === 'insufficient_quota' ? type : code;
}

function readRetryAfter(error: object): number | null {
  const headers = field(error, 'headers');
  const value = headers instanceof Headers ? headers.get('retry-after') : null;
  if (value === null) return null;
  const seconds = Number(value);
  if (!Number.isNaN(seconds)) return Math.max(0, seconds * 1_000);
  const date = Date.parse(value);
  return Number.isNaN(date) ? null : Math.max(0, date - Date.now());
}

/** `fetch` fails with a TypeError whose cause has the code; a connection lost later is `terminated`. */
function isNetworkError(link: object): boolean {
  const code = field(link, 'code');
  if (typeof code === 'string' && /^(E[A-Z]+|UND_ERR_\w+|CERT_\w+|ERR_TLS\w*)$/.test(code)) {
    return true;
  }
  const message = field(link, 'message');
  return link instanceof TypeError && (message === 'fetch failed' || message === 'terminated');
}

/** An error and its causes, outermost first. */
function chain(error: unknown): readonly object[] {
  const links: object[] = [];
  for (let link = error; typeof link === 'object' && link !== null && links.length < 6;) {
    links.push(link);
    link = field(link, 'cause');
  }
  return links;
}

function field(object: object, name: string): unknown {
  return (object as Record<string, unknown>)[name];
}
