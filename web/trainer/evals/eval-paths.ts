import { trainerPath } from '../trainer-parts.ts';

/** What stands in an address where a run would, when one is to be started. No run has such a name. */
export const startPlace = 'new';

/** The address of a run's results, alone or beside another run. */
export const runPath = (run: string, baseline: string | null = null): string =>
  trainerPath('evals', baseline === null ? run : `${run}/${baseline}`);

/** The address at which a run is started, of a variant where one was chosen. */
export const startPath = (variant = ''): string =>
  trainerPath('evals', variant === '' ? startPlace : `${startPlace}/${variant}`);

/** Where the server computes what two runs tell; `what` is `compare` or `report`. */
export function resultsAddress(
  what: 'compare' | 'report',
  run: string,
  baseline: string | null,
): string {
  const names = new URLSearchParams({ run, ...(baseline !== null && { baseline }) });
  return `/api/trainer/evals/${what}?${names.toString()}`;
}
