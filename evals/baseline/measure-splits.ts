import { fork } from 'node:child_process';
import { join } from 'node:path';
import type { Split } from '../cases/load-cases.ts';
import type { Run } from '../runs/run-row.ts';
import type { RunStore } from '../runs/run-store.ts';

const program = join(import.meta.dirname, 'measure-split.ts');

/** What {@link measureSplits} tells its processes. */
export type SplitOrder = {
  readonly folder: string;
  readonly variant: string;
  readonly split: Split;
  readonly fresh: boolean;
  /** By name; by default all that do not depend on the machine. */
  readonly suites?: readonly string[];
};

/**
 * Runs every suite of a variant over both splits, each in a process of its own, so that two cores are of use.
 * @throws {Error} when a process fails; what it said stands on the terminal
 */
export async function measureSplits(
  store: RunStore,
  order: Omit<SplitOrder, 'folder' | 'split'>,
  signal: AbortSignal,
): Promise<Readonly<Record<Split, Run>>> {
  const measure = async (split: Split) =>
    store.read(await runApart({ ...order, split, folder: store.folder }, signal));
  const [dev, test] = await Promise.all([measure('dev'), measure('test')]);
  return { dev, test };
}

function runApart(order: SplitOrder, signal: AbortSignal): Promise<string> {
  return new Promise((done, fail) => {
    let run: string | null = null;
    const child = fork(program, [JSON.stringify(order)], {
      execArgv: ['--import', 'tsx'],
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      signal,
    });
    child.on('message', (message) => (run = typeof message === 'string' ? message : null));
    child.on('error', fail);
    child.on('close', (code) => {
      if (code === 0 && run !== null) done(run);
      else fail(new Error(`The ${order.split} split could not be measured (exit ${code}).`));
    });
  });
}
