/** Failures that a caller can act on, each with its HTTP status and whether trying again can help. */
export const errorTable = {
  'bad-request': { status: 400, retryable: false },
  'sign-in-needed': { status: 401, retryable: false },
  'code-wrong': { status: 401, retryable: false },
  forbidden: { status: 403, retryable: false },
  'not-found': { status: 404, retryable: false },
  conflict: { status: 409, retryable: false },
  'question-too-long': { status: 413, retryable: false },
  'draft-too-long': { status: 413, retryable: false },
  'too-large': { status: 413, retryable: false },
  'unsupported-media-type': { status: 415, retryable: false },
  'too-many-requests': { status: 429, retryable: true },
  'index-missing': { status: 503, retryable: false },
  'index-broken': { status: 503, retryable: false },
  'index-stale': { status: 503, retryable: false },
  'index-locked': { status: 503, retryable: true },
  'corpus-unreadable': { status: 500, retryable: false },
  'corpus-empty': { status: 500, retryable: false },
  'corpus-invalid': { status: 500, retryable: false },
  'settings-wrong': { status: 500, retryable: false },
  'data-in-use': { status: 500, retryable: false },
  'data-broken': { status: 500, retryable: false },
  'port-busy': { status: 500, retryable: false },
  'disk-full': { status: 507, retryable: true },
  'storage-unavailable': { status: 503, retryable: true },
  'model-unavailable': { status: 503, retryable: true },
  'model-interrupted': { status: 502, retryable: true },
  'eval-failed': { status: 500, retryable: false },
  internal: { status: 500, retryable: true },
} as const satisfies Record<string, { status: number; retryable: boolean }>;

export type ErrorCode = keyof typeof errorTable;

/**
 * A failure with a code from {@link errorTable}.
 *
 * The message is one sentence that says what, where and what to do; it never holds a question, a draft or a key,
 * so it may be shown on a terminal and in a log.
 */
export class TutorError extends Error {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'TutorError';
    this.code = code;
  }
}

const fullCodes = new Set(['ENOSPC', 'EDQUOT', 'EFBIG', 'SQLITE_FULL', 'disk-full']);

/** Whether a write failed for want of room: no space, no quota, or a file larger than this process may write. */
export function isDiskFull(cause: unknown): boolean {
  return fullCodes.has(errorCode(cause));
}

/** The system's code of a failure (`ENOENT`, `ENOSPC`…), or the empty string. */
export function errorCode(cause: unknown): string {
  return cause instanceof Error && 'code' in cause ? String(cause.code) : '';
}
