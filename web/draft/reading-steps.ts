/** One line of the progress of a reading. */
export type ReadingStep = {
  readonly id: string;
  readonly name: string;
  readonly state: 'done' | 'now' | 'waiting';
};

/**
 * The steps of a reading in order: the criteria, then the check of what was quoted for them. The first that is not done is
 * the one under way.
 */
export function readingSteps(
  criteria: readonly { readonly id: string; readonly name: string }[],
  {
    read,
    isRead,
    check,
  }: {
    /** Ids of the criteria that are read. */
    readonly read: readonly string[];
    /** Whether all of them are. */
    readonly isRead: boolean;
    /** Name of the last step. */
    readonly check: string;
  },
): readonly ReadingStep[] {
  const next = criteria.find(({ id }) => !read.includes(id))?.id;
  const steps = criteria.map(({ id, name }): ReadingStep => {
    if (read.includes(id)) return { id, name, state: 'done' };
    return { id, name, state: id === next && !isRead ? 'now' : 'waiting' };
  });
  return [...steps, { id: ' check', name: check, state: isRead ? 'now' : 'waiting' }];
}
