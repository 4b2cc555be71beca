import type { Run } from '../runs/run-row.ts';
import type { RunStore } from '../runs/run-store.ts';

/** Earlier runs drawn in the trend. */
const historyLength = 12;

/** The last runs before a run, oldest first. */
export async function historyOf({ header }: Run, store: RunStore): Promise<readonly Run[]> {
  const earlier = (await store.headers()).filter(
    ({ run, startedAt }) => run !== header.run && startedAt < header.startedAt,
  );
  const last = earlier.toSorted((a, b) => a.startedAt.localeCompare(b.startedAt));
  return Promise.all(last.slice(-historyLength).map(({ run }) => store.read(run)));
}
