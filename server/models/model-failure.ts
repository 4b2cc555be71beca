import { TutorError } from '../errors.ts';

/** What each kind of failure means, and what to do. Sentences of ours: nothing that came from upstream is repeated. */
const sentences = {
  unreachable: 'cannot be reached; check OPENAI_BASE_URL and that the endpoint runs',
  timeout: 'did not answer in time; try again, or raise the timeouts in .env',
  unauthorized: 'refuses the key; check OPENAI_API_KEY',
  'quota-exceeded': 'has no credit left; check the account at the provider',
  'rate-limited': 'is asked too often; try again in a minute',
  'unknown-model': 'is not known to the endpoint; check its name and OPENAI_BASE_URL',
  'context-too-long':
    'cannot read so much at once; ask for less, or choose a model with a larger context',
  'bad-request': 'refuses the request; check that the endpoint offers this model for this use',
  'server-error': 'failed at the endpoint; try again',
  resting: 'failed several times in a row; it is asked again in a few seconds',
  unreadable:
    "sent something that is not OpenAI's protocol; check OPENAI_BASE_URL, which often ends in /v1",
  empty: 'sent an empty reply; try again',
  cut: 'broke off its reply; try again',
  length: 'reached its greatest length; ask for the rest',
  'content-filter': "was stopped by the provider's content filter; put the question differently",
  'too-large': 'sent more than the tutor accepts; try again',
  'unusable-vectors': 'sent vectors that cannot be used; choose another EMBEDDING_MODEL',
} as const;

export type ModelFailureKind = keyof typeof sentences;

/** Why a model failed, without a word of what it said: safe to log. The `cause` of the {@link TutorError}. */
export type ModelFailure = {
  readonly kind: ModelFailureKind;
  /** HTTP status, when there was one. */
  readonly status?: number;
  /** How long the endpoint asks to wait. */
  readonly retryAfterMs?: number;
};

/** How a model tells its adapter why it failed; any other error is a bug and stays loud. */
export class ModelFailureError extends Error {
  readonly failure: ModelFailure;

  constructor(failure: ModelFailure) {
    super(failure.kind);
    this.name = 'ModelFailureError';
    this.failure = failure;
  }
}

/** Longest wait that an endpoint may ask for before the one retry. */
const longestWaitMs = 2_000;

/** Spreads the retries of a whole class, so that they do not arrive at once. */
const jitterMs = 300;

/** How long to wait before the one retry, in milliseconds; null when a second try cannot help. */
export function retryDelayMs(failure: ModelFailure): number | null {
  const jitter = Math.random() * jitterMs;
  if (failure.kind === 'unreachable' || failure.kind === 'server-error') return jitter;
  const { kind, retryAfterMs = Infinity } = failure;
  return kind === 'rate-limited' && retryAfterMs <= longestWaitMs ? retryAfterMs + jitter : null;
}

/** The failure of the model `name` as the rest of the tutor knows it. */
export function toTutorError(
  code: 'model-unavailable' | 'model-interrupted',
  name: string,
  failure: ModelFailure,
): TutorError {
  const message = `The model ${name} ${sentences[failure.kind]}.`;
  return new TutorError(code, message, { cause: Object.freeze({ ...failure }) });
}
