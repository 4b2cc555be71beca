import type { StructuredModel } from '../critique/structured-model.ts';
import { TutorError } from '../errors.ts';
import type { ChatModel } from '../tutoring/chat-model.ts';
import { type Breaker, createBreaker } from './breaker.ts';
import { type ModelFailure, type ModelFailureKind, toTutorError } from './model-failure.ts';

/** In what state the last call found the endpoint; nothing that the provider said. */
export type EndpointState = {
  readonly state:
    'unknown' | 'ready' | 'key-wrong' | 'model-unknown' | 'unreachable' | 'quota' | 'failing';
  /** When the last call ended; `null` before the first. */
  readonly checkedAt: Date | null;
};

/**
 * Remembers how the calls of an endpoint's chat model end, and spares students the wait for one that fails: after
 * some failures in a row a call fails at once, so that the offline model answers, until a call goes through again.
 */
export type EndpointWatch = {
  watchChat(model: ChatModel): ChatModel;
  watchStructured(model: StructuredModel): StructuredModel;
  state(): EndpointState;
  /**
   * Calls the model now, whatever the calls before came to, and stops it at the first word. Checks that come while
   * one is under way, or shortly after one, share its outcome.
   */
  check(): Promise<EndpointState>;
};

/** A check asks the provider at most this often, in milliseconds. */
const checkEveryMs = 10_000;

/** @param now milliseconds of a clock that may start anywhere */
export function createEndpointWatch(now: () => number = () => performance.now()): EndpointWatch {
  const breaker = createBreaker(now);
  let state: EndpointState = { state: 'unknown', checkedAt: null };
  let asked: ChatModel | null = null;
  let checking: { readonly at: number; readonly done: Promise<void> } | null = null;

  const note = (kind: ModelFailureKind | null): void => {
    state = { state: stateOf(kind), checkedAt: new Date() };
    if (kind === null) breaker.succeeded();
    else if (countsAsFailure(kind)) breaker.failed(opensAtOnce(kind));
    else breaker.succeeded();
  };
  /** Notes how a call ended; one that the reader stopped says nothing. */
  const noteError = (error: unknown, signal: AbortSignal): void => {
    const kind = kindOf(error);
    if (signal.aborted || kind === null) breaker.stopped();
    else note(kind);
  };

  return {
    watchChat(model) {
      asked = model;
      return {
        name: model.name,
        async *stream(messages, options) {
          admit(breaker, model.name);
          let ended = false;
          let spoke = false;
          try {
            for await (const text of model.stream(messages, options)) {
              spoke = true;
              yield text;
            }
            ended = true;
            note(null);
          } catch (error) {
            ended = true;
            noteError(error, options.signal);
            throw error;
          } finally {
            // The reader had enough in the middle: of an abstention, for example, the rest is not read.
            if (!ended && spoke) note(null);
            else if (!ended) breaker.stopped();
          }
        },
      };
    },
    watchStructured: (model) => ({
      name: model.name,
      async reply(messages, options) {
        admit(breaker, model.name);
        try {
          const reply = await model.reply(messages, options);
          note(null);
          return reply;
        } catch (error) {
          noteError(error, options.signal);
          throw error;
        }
      },
    }),
    state: () => state,
    async check() {
      const model = asked;
      if (model === null) return state;
      if (checking === null || now() - checking.at >= checkEveryMs) {
        checking = { at: now(), done: callOnce(model, note) };
      }
      await checking.done;
      return state;
    },
  };
}

/** One short call, ended at its first word. */
async function callOnce(
  model: ChatModel,
  note: (kind: ModelFailureKind | null) => void,
): Promise<void> {
  const { signal } = new AbortController(); // the model has deadlines of its own
  try {
    for await (const _text of model.stream([{ role: 'user', content: 'Say: ready' }], { signal })) {
      break;
    }
    note(null);
  } catch (error) {
    const kind = kindOf(error);
    if (kind === null) throw error;
    note(kind);
  }
}

/** @throws {TutorError} `model-unavailable` while the breaker is open */
function admit(breaker: Breaker, name: string): void {
  if (!breaker.admits()) throw toTutorError('model-unavailable', name, { kind: 'resting' });
}

function kindOf(error: unknown): ModelFailureKind | null {
  if (!(error instanceof TutorError)) return null;
  return (error.cause as ModelFailure | undefined)?.kind ?? null;
}

/** Failures of one question, not of the endpoint: it works for others. */
const ofTheQuestion: ReadonlySet<ModelFailureKind> = new Set([
  'context-too-long',
  'length',
  'content-filter',
  'too-large',
  'bad-request',
]);

const countsAsFailure = (kind: ModelFailureKind): boolean => !ofTheQuestion.has(kind);

/** What a second call soon after cannot mend. */
const opensAtOnce = (kind: ModelFailureKind): boolean => kind === 'quota-exceeded';

function stateOf(kind: ModelFailureKind | null): EndpointState['state'] {
  switch (kind) {
    case null:
    case 'context-too-long':
    case 'length':
    case 'content-filter':
    case 'too-large':
      return 'ready';
    case 'unauthorized':
      return 'key-wrong';
    case 'unknown-model':
      return 'model-unknown';
    case 'unreachable':
    case 'timeout':
      return 'unreachable';
    case 'quota-exceeded':
    case 'rate-limited':
      return 'quota';
    default:
      return 'failing';
  }
}
