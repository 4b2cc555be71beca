import { TutorError } from '../../server/errors.ts';
import type { DeskRequest } from './desk-request.ts';
import type { Task } from './spawn-task.ts';

/** Has requests worked on. */
export type TaskQueue = {
  /** What came of a request. */
  ask(request: DeskRequest): Promise<unknown>;
  close(): Promise<void>;
};

/** One request after the other: each takes half a gigabyte for some seconds. */
export function createTaskQueue(spawn: (request: DeskRequest) => Task): TaskQueue {
  let last: Promise<unknown> = Promise.resolve();
  let current: Task | null = null;
  let closed = false;
  return {
    ask(request) {
      const answer = last.then(async () => {
        if (closed) throw new TutorError('eval-failed', 'The server is stopping.');
        current = spawn(request);
        try {
          return await current.result;
        } finally {
          await current.stop();
          current = null;
        }
      });
      last = answer.catch(() => {});
      return answer;
    },
    async close() {
      closed = true;
      await current?.stop();
      await last;
    },
  };
}
