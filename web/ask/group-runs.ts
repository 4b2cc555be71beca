import type { Unsupported } from '../../server/contract/answers.ts';
import type { Run } from './parse-answer.ts';

/** Runs that follow each other and are all supported by a quotation, or all not. */
export type RunGroup = { readonly unsupported: boolean; readonly runs: readonly Run[] };

/** Groups runs by whether they lie in an unsupported sentence, cutting text where a sentence begins or ends. */
export function groupRuns(
  runs: readonly Run[],
  ranges: readonly Unsupported[],
): readonly RunGroup[] {
  const groups: { unsupported: boolean; runs: Run[] }[] = [];
  for (const run of runs.flatMap((whole) => cutRun(whole, ranges))) {
    const unsupported = ranges.some(({ start, end }) => run.start >= start && run.end <= end);
    const last = groups.at(-1);
    if (last?.unsupported === unsupported) last.runs.push(run);
    else groups.push({ unsupported, runs: [run] });
  }
  return groups;
}

function cutRun(run: Run, ranges: readonly Unsupported[]): readonly Run[] {
  // Code and markers are shown whole: their text and their place in the answer do not have the same length.
  if (run.kind !== 'text') return [run];
  const inside = ranges
    .flatMap(({ start, end }) => [start, end])
    .filter((at) => at > run.start && at < run.end);
  const edges = [run.start, ...new Set(inside.sort((a, b) => a - b)), run.end];
  return edges.slice(1).map((end, index) => {
    const start = edges[index] ?? run.start;
    return { ...run, text: run.text.slice(start - run.start, end - run.start), start, end };
  });
}
