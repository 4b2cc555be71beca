import type { Scored } from './score-candidate.ts';

/** The statements that make an answer, best first in what they prove, in the order in which they are shown. */
export type Selection = {
  readonly kind: 'statements' | 'list' | 'sides' | 'cases';
  /** Never empty. */
  readonly parts: readonly Scored[];
  /** The best statement: the one on which the decision to answer rests. */
  readonly best: Scored;
};
