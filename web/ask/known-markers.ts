import type { Citation } from '../../server/contract/course.ts';
import type { Run } from './parse-answer.ts';

/**
 * Runs without the markers that have no quotation, and without the space before them: such a marker would lend its
 * sentence an authority that it does not have.
 * @param citations null until they are checked: every marker then stays
 */
export function knownMarkers(
  runs: readonly Run[],
  citations: readonly Citation[] | null,
): readonly Run[] {
  if (citations === null) return runs;
  const isKnown = (run: Run | undefined) =>
    run?.kind !== 'marker' || citations.some(({ marker }) => marker === Number(run.text));
  return runs.flatMap((run, at) => {
    if (!isKnown(run)) return [];
    if (run.kind !== 'text' || isKnown(runs[at + 1])) return [run];
    const text = run.text.replace(/[ \u00a0]$/, '');
    return [{ ...run, text, end: run.start + text.length }];
  });
}
