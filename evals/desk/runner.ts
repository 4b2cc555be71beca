import type { EvalRun } from '../../server/contract/evals.ts';
import { TutorError } from '../../server/errors.ts';
import { isRunning } from '../runs/find-unfinished.ts';
import type { DeskRequest } from './desk-request.ts';
import type { Listed, RunList } from './run-list.ts';
import type { Task } from './spawn-task.ts';

/** Starts and ends runs, one at a time. */
export type Runner = {
  runs(): Promise<readonly EvalRun[]>;
  /**
   * @returns the name of the run, once it has begun
   * @throws {TutorError} `conflict` while another one is running; `eval-failed`
   */
  start(request: DeskRequest): Promise<string>;
  /** @throws {TutorError} `conflict` for one that was started elsewhere */
  stop(run: string): Promise<void>;
  close(): Promise<void>;
};

export function createRunner({
  list,
  spawn,
}: {
  readonly list: RunList;
  readonly spawn: (request: DeskRequest) => Task;
}): Runner {
  let current: Started | null = null;
  /** Why runs ended that nobody stopped. */
  const problems = new Map<string, string>();

  const runs = async (): Promise<readonly EvalRun[]> =>
    (await list.list()).map((listed) => ({
      ...listed.run,
      status: isGoingOn(listed, current?.run ?? null) ? 'running' : listed.run.status,
      problem: problems.get(listed.run.run) ?? null,
    }));

  const watch = async (started: Started, task: Task): Promise<void> => {
    try {
      await task.result;
    } catch (error) {
      const { run, stopped } = started;
      if (!stopped && run !== null) problems.set(run, (error as Error).message);
    } finally {
      await task.stop();
      if (current === started) current = null;
    }
  };

  /** A run whose last line is written is over for whoever reads it, a moment before its process is. */
  const leaving = async (): Promise<void> => {
    if (current === null) return;
    const { run, ended } = current;
    const isOver = (await list.list()).some(
      (listed) => listed.run.run === run && listed.run.status === 'complete',
    );
    if (isOver) await ended;
  };

  return {
    runs,
    async start(request) {
      await leaving();
      if (current) throw busy();
      const started: Started = { task: null, run: null, stopped: false, ended: null };
      current = started;
      try {
        if ((await runs()).some(({ status }) => status === 'running')) throw busy();
        const task = spawn(request);
        started.task = task;
        started.ended = watch(started, task);
        started.run = await task.begun;
        problems.delete(started.run);
        return started.run;
      } catch (error) {
        if (current === started) current = null;
        throw error;
      }
    },
    async stop(run) {
      if (current?.run === run) return end(current);
      const status = (await runs()).find((one) => one.run === run)?.status;
      if (status === 'running') {
        throw new TutorError(
          'conflict',
          'This run was started in a terminal; stop it there, with Ctrl-C.',
        );
      }
    },
    async close() {
      if (current) await end(current);
    },
  };
}

/** A run that was started here. */
type Started = {
  task: Task | null;
  /** Known when it has begun. */
  run: string | null;
  stopped: boolean;
  /** Kept when its process has ended. */
  ended: Promise<void> | null;
};

async function end(started: Started): Promise<void> {
  started.stopped = true;
  await started.task?.stop();
}

const busy = (): TutorError =>
  new TutorError('conflict', 'A run is going on already; wait for its end, or stop it.');

/** A run of a terminal that has written nothing for so long has ended, whoever has its number now; milliseconds. */
const silentMs = 10 * 60_000;

function isGoingOn({ run, pid, writtenAt }: Listed, current: string | null): boolean {
  if (run.status === 'complete') return false;
  if (run.run === current) return true;
  return pid !== process.pid && isRunning(pid) && Date.now() - writtenAt < silentMs;
}
