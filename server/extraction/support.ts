import type { Candidate } from './candidates.ts';
import type { ParsedQuestion } from './parse-question.ts';
import { around, names, type Scored } from './score-candidate.ts';
import type { Selection } from './select-answer.ts';

/** What speaks for and against an answer; each from 0 to 1. */
export type Evidence = {
  /** Share of the question that the best statement names itself. */
  readonly own: number;
  /** The same with lead-in, headings and title. */
  readonly covered: number;
  /** Share of the question that no part of the answer nor its surroundings names. */
  readonly missing: number;
  /** Share of the question that the corpus has no word for. */
  readonly unknown: number;
  /** The best statement has the shape asked for. */
  readonly fit: number;
  readonly score: number;
};

/** Gathers the evidence on which the decision to answer rests. */
export function gatherEvidence({ parts, best }: Selection, { foci }: ParsedQuestion): Evidence {
  const asked = foci.filter(({ formal }) => !formal);
  const relevant = asked.length > 0 ? asked : foci;
  const total = relevant.reduce((sum, { weight }) => sum + weight, 0) || 1;
  const share = (test: (focus: (typeof relevant)[number]) => number) =>
    relevant.reduce((sum, focus) => sum + focus.weight * test(focus), 0) / total;
  const all: readonly Candidate[] = parts.map((part: Scored) => part.candidate);
  return {
    own: share((focus) => names(best.candidate.own, focus)),
    covered: share((focus) =>
      Math.max(names(best.candidate.own, focus), around(best.candidate, focus)),
    ),
    missing: share((focus) =>
      all.some((candidate) => names(candidate.own, focus) > 0 || around(candidate, focus) > 0)
        ? 0
        : 1,
    ),
    unknown: share(({ known }) => (known ? 0 : 1)),
    fit: best.fit,
    score: best.score,
  };
}

/** True when the evidence is enough to answer rather than to say that the course does not. */
export function isSupported(evidence: Evidence): boolean {
  return evidence.covered >= 0.5 && evidence.missing <= 0.45 && evidence.unknown <= 0.3;
}
