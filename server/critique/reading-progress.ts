/** How far the reading of one draft, or of two that are compared, has come. */
export type ReadingProgress = {
  /** An engine is done with a criterion of the draft at this place; said again it changes nothing. */
  read(draft: number, criterion: string): void;
};

/**
 * Counts criteria that are read, in the rubric's order and never back: one counts once it and those before it are read in
 * every draft, whatever becomes of the reply that it was read in. So a second try, or the other engine, goes on where the
 * first came to, and the same events under the same numbers can be made of what is stored.
 *
 * @param report told of each criterion once, with its place from 1
 */
export function createReadingProgress(
  criteria: readonly string[],
  drafts: number,
  report: (criterion: string, number: number) => void,
): ReadingProgress {
  const readIn = Array.from({ length: drafts }, () => new Set<string>());
  let reported = 0;
  return {
    read(draft, criterion) {
      readIn[draft]?.add(criterion);
      for (; reported < criteria.length; reported += 1) {
        const next = criteria[reported]!;
        if (!readIn.every((read) => read.has(next))) return;
        report(next, reported + 1);
      }
    },
  };
}
