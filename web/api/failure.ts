import type { ErrorBody } from '../../server/contract/course.ts';

/** Why a request gave nothing, as far as the reader is concerned. */
export type Failure = {
  /** A code of the server's, or one of the page's own: `network`, `stream-cut`, `unknown`. */
  readonly code: string;
  readonly retryable: boolean;
  /** From `Retry-After`; null when the server did not say. */
  readonly retryAfterSeconds: number | null;
  /** For `eval-failed`: what the program says, in English, to whoever can mend it. */
  readonly detail?: string;
};

/** The server could not be reached, or the connection broke. */
export const networkFailure: Failure = {
  code: 'network',
  retryable: true,
  retryAfterSeconds: null,
};

/** The stream closed without its last event. */
export const streamCut: Failure = { code: 'stream-cut', retryable: true, retryAfterSeconds: null };

/**
 * The failure that an answer with an error status tells; a body that is not ours (a proxy's page) is `unknown`, unless
 * the proxy found the request too large: sending it again would not help.
 */
export async function readFailure(response: Response): Promise<Failure> {
  const retryAfterSeconds = parseSeconds(response.headers.get('retry-after'));
  try {
    const { code, retryable, message } = (await response.json()) as Partial<ErrorBody>;
    if (typeof code === 'string') {
      if (code === 'sign-in-needed' || code === 'forbidden') tellAccessRefused();
      const detail =
        code === 'eval-failed' && typeof message === 'string' ? { detail: message } : {};
      return { code, retryable: retryable === true, retryAfterSeconds, ...detail };
    }
  } catch {
    // Not JSON: fall through.
  }
  if (response.status === 413) return { code: 'too-large', retryable: false, retryAfterSeconds };
  return { code: 'unknown', retryable: true, retryAfterSeconds };
}

function parseSeconds(header: string | null): number | null {
  return header !== null && /^\d{1,6}$/.test(header) ? Number(header) : null;
}

/** Name of the event on `window` that says that the server refused a request for want of access. */
export const accessRefused = 'repere-access-refused';

/** Whoever asked shows the failure; who comes in is the concern of `use-session`, which listens. */
function tellAccessRefused(): void {
  if (typeof window !== 'undefined') dispatchEvent(new Event(accessRefused));
}
