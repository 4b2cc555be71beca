/** The trainer's pages, in the order and the groups of their navigation; the overview stands before all groups. */
export const trainerGroups = [
  { group: 'use', parts: ['unanswered', 'ratings', 'exams', 'drafts'] },
  { group: 'course', parts: ['documents'] },
  { group: 'tutor', parts: ['evals', 'prompts'] },
  { group: 'rooms', parts: ['classes', 'settings'] },
] as const;

/** One of the trainer's pages. */
export type TrainerPart = 'overview' | (typeof trainerGroups)[number]['parts'][number];

const known: readonly string[] = trainerGroups.flatMap(({ parts }) => parts);

/** A page, and what is open on it: `drafts` and the id of one. */
export type TrainerPlace = {
  readonly part: TrainerPart;
  /** What follows the page in the address; empty for none. */
  readonly rest: string;
};

/**
 * The page that the end of an address names; null for none.
 * @param page what follows `/trainer/`
 */
export function trainerPlace(page: string): TrainerPlace | null {
  const [first = '', ...rest] = page.split('/');
  if (first === '') return { part: 'overview', rest: '' };
  return known.includes(first) ? { part: first as TrainerPart, rest: rest.join('/') } : null;
}

/** The address of a page: {@link trainerPlace} reads back what follows `/trainer/`. */
export function trainerPath(part: TrainerPart, rest = ''): string {
  if (part === 'overview') return '/trainer';
  return rest === '' ? `/trainer/${part}` : `/trainer/${part}/${rest}`;
}
