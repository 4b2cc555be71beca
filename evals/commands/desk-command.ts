import { createInterface } from 'node:readline';
import type { DeskAnswer, DeskRequest } from '../desk/desk-request.ts';
import { doTask } from '../desk/do-task.ts';
import type { Command } from './command.ts';

/**
 * `npm run eval -- desk`: does one thing for the trainer's page, asked for in a line of JSON, and stops early when its
 * input ends. Nobody types it.
 */
export const deskCommand: Command = async (_args, { print, say, env, signal }) => {
  const lines = createInterface({ input: process.stdin });
  const left = new AbortController();
  const request = await new Promise<DeskRequest>((resolve, reject) => {
    lines.once('line', (line) => resolve(JSON.parse(line) as DeskRequest));
    lines.once('close', () => {
      const reason = new Error('Stopped: whoever asked has gone.');
      left.abort(reason);
      reject(reason);
    });
  });
  const answer = (one: DeskAnswer) => print(JSON.stringify(one));
  try {
    const result = await doTask(request, {
      ...{ env, say, signal: AbortSignal.any([signal, left.signal]) },
      onBegin: (begun) => answer({ begun }),
    });
    answer({ result: result ?? null });
  } finally {
    lines.close();
    process.stdin.destroy();
  }
  return 0;
};
