import type { RunHeader } from './run-row.ts';
import type { RunStore } from './run-store.ts';

/** What must agree for a run to be the same one. */
export type RunIdentity = Pick<
  RunHeader,
  'datasetHash' | 'trials' | 'seed' | 'suites' | 'splits'
> & {
  readonly variantHash: string;
};

/** The newest run of that identity that was cut short and that no living process is writing; `null` for none. */
export async function findUnfinished(
  store: RunStore,
  wanted: RunIdentity,
  isAlive: (pid: number) => boolean = isRunning,
): Promise<RunHeader | null> {
  const headers = (await store.headers()).filter((header) => isSame(header, wanted)).reverse();
  for (const header of headers) {
    if (isAlive(header.pid)) continue;
    if ((await store.read(header.run)).end === null) return header;
  }
  return null;
}

const isSame = (header: RunHeader, wanted: RunIdentity): boolean =>
  header.variant.hash === wanted.variantHash &&
  header.datasetHash === wanted.datasetHash &&
  header.trials === wanted.trials &&
  header.seed === wanted.seed &&
  header.suites.join() === wanted.suites.join() &&
  header.splits.join() === wanted.splits.join();

/** Whether a process lives; its number may by now be that of another. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
