import type { Citation } from '../contract/course.ts';
import type { Finding } from '../contract/critiques.ts';
import type { Span } from '../documents/document.ts';

/** A passage of the course, before it has a marker. */
export type Passage = Omit<Citation, 'marker'>;

/** What an engine found on one criterion. */
export type CriterionAssessment = {
  readonly criterion: string;
  readonly finding: Finding;
  /** Spans of the draft, at most three, best first. */
  readonly quotations: readonly Span[];
  readonly passage: Passage | null;
  readonly sentence: string;
  readonly question: string;
  readonly nextStep: string;
};

/** What an engine found on the draft as a whole. */
export type DraftAssessment = {
  readonly id: string;
  readonly quotations: readonly Span[];
};

/** What an engine makes of one draft, whichever engine it is. */
export type Assessment = {
  readonly criteria: readonly CriterionAssessment[];
  readonly findings: readonly DraftAssessment[];
  readonly dropped: number;
};
