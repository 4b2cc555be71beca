import { setTimeout as sleep } from 'node:timers/promises';
import type { ChatModel } from '../tutoring/chat-model.ts';

export type ScriptedChatModel = ChatModel & {
  /** Replies that are being written now. */
  readonly open: () => number;
  /** `performance.now()` when the last reply was stopped by its signal; null before. */
  readonly abortedAt: () => number | null;
};

/** A model that says each piece of a script in turn; an error is thrown, a number is a pause in milliseconds. */
export function scriptedChatModel(script: readonly (string | number | Error)[]): ScriptedChatModel {
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
          if (typeof step === 'number') await sleep(step, undefined, { signal });
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
