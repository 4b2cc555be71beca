import { setTimeout as sleep } from 'node:timers/promises';
import type { ChatModel } from '../tutoring/chat-model.ts';

export type ScriptedChatModel = ChatModel & {
  /** Replies that are being written now. */
  readonly open: () => number;
  /** `performance.now()` when the last reply was stopped by its signal; null before. */
  readonly abortedAt: () => number | null;
};

/** What a model says, piece by piece; an error is thrown, a number is a pause in milliseconds, a promise is waited for. */
export type Script = readonly (string | number | Error | (() => Promise<void>))[];

/** A model that says each piece of a script in turn. */
export function scriptedChatModel(script: Script): ScriptedChatModel {
  let open = 0;
  let abortedAt: number | null = null;
  return {
    name: 'scripted',
    open: () => open,
    abortedAt: () => abortedAt,
    async *stream(_messages, { signal }) {
      open += 1;
      try {
        for (const step of script) {
          if (step instanceof Error) throw step;
          if (typeof step === 'function') await Promise.race([step(), abortOf(signal)]);
          else if (typeof step === 'number') await sleep(step, undefined, { signal });
          else yield step;
          signal.throwIfAborted();
        }
      } finally {
        if (signal.aborted) abortedAt = performance.now();
        open -= 1;
      }
    },
  };
}

const abortOf = (signal: AbortSignal): Promise<void> =>
  new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
  });
