import type { Language } from '../language/detect-language.ts';
import type { DraftAssessment } from './assessment.ts';
import type { Evidence } from './read-evidence.ts';
import type { Rubric } from './rubric.ts';

/** Everything that an engine needs to read one draft. */
export type DraftToAssess = {
  readonly evidence: Evidence;
  readonly rubric: Rubric;
  /** Language of the feedback. */
  readonly language: Language;
  /** What concerns the draft as a whole, found alike for every engine. */
  readonly findings: readonly DraftAssessment[];
};
