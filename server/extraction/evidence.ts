import type { QuestionMatch } from '../retrieval/expected/create-question-matcher.ts';
import type { Candidate } from './candidates.ts';
import { type ExpectedEvidence, expectedEvidence } from './expected-evidence.ts';
import { neededSign } from './form-signs.ts';
import type { Focus, ParsedQuestion } from './parse-question.ts';
import { around, names, type Scored } from './score-candidate.ts';
import type { Selection } from './selection.ts';
import { slotForms } from './slot-forms.ts';

/** What speaks for and against an answer; shares from 0 to 1 unless said otherwise. */
export type Evidence = {
  /** Share of the question that the best statement names itself. */
  readonly own: number;
  /** The same with lead-in, headings and title. */
  readonly covered: number;
  /** Share of the question that the best statement's passage names anywhere. */
  readonly passage: number;
  /** Weight of the heaviest particular word (no everyday one) that no part of the answer nor its surroundings names. */
  readonly missingTerm: number;
  /** Share of the question's everyday words that the answer does not name. */
  readonly missingOrdinary: number;
  /** Weight of the heaviest particular word that the corpus does not hold. */
  readonly unknownTerm: number;
  /** 1 when the corpus holds none of the question's particular words. */
  readonly foreign: number;
  /** 1 when the two heaviest words stand together in one statement or its headings. */
  readonly together: number;
  /** 1 when a number, a duration, a date or a person was asked for and the answer holds none. */
  readonly slotEmpty: number;
  /** The best statement has the shape asked for. */
  readonly fit: number;
  /** What the expected question nearest to this one says; `null` where none is expected of the answering document. */
  readonly expected: ExpectedEvidence | null;
};

/** What else the decision rests on. */
export type Surroundings = {
  readonly candidates: readonly Candidate[];
  /** The expected question that is answered, else the nearest one. */
  readonly match: QuestionMatch | null;
  /** The expected questions that are near, nearest first. */
  readonly matches: readonly QuestionMatch[];
  /** Whether questions are expected of the document that would answer. */
  readonly expects: boolean;
};

/** True when the answer lacks what the question asks for: a number, a duration, a date, a price or a name. */
function slotEmpty(question: ParsedQuestion, parts: readonly Scored[]): boolean {
  const needed = neededSign(question.folded);
  if (needed) return !parts.some(({ candidate }) => needed(candidate));
  return slotForms.has(question.form) && parts.every(({ fit }) => fit === 0);
}

/** Gathers the evidence on which the decision to answer rests. */
export function gatherEvidence(
  { parts, best }: Selection,
  question: ParsedQuestion,
  { candidates, match, matches, expects }: Surroundings,
): Evidence {
  const asked = question.foci.filter(({ formal }) => !formal);
  const relevant = asked.length > 0 ? asked : question.foci;
  const answer = parts.map((part: Scored) => part.candidate);
  const passage = candidates.filter(({ source }) => source === best.candidate.source);
  const share = (some: readonly Focus[], test: (focus: Focus) => number) => {
    const total = some.reduce((sum, { weight }) => sum + weight, 0);
    return total === 0
      ? 0
      : some.reduce((sum, focus) => sum + focus.weight * test(focus), 0) / total;
  };
  const near = (candidate: Candidate, focus: Focus) =>
    Math.max(names(candidate.own, focus), around(candidate, focus));
  const said = (focus: Focus) => answer.some((candidate) => near(candidate, focus) > 0);
  const particular = relevant.filter(({ ordinary }) => !ordinary);
  const heaviest = (some: readonly Focus[]) =>
    some.reduce((most, { weight }) => Math.max(most, weight), 0);
  const top = relevant.toSorted((a, b) => b.weight - a.weight).slice(0, 2);
  return {
    own: share(relevant, (focus) => names(best.candidate.own, focus)),
    covered: share(relevant, (focus) => near(best.candidate, focus)),
    passage: share(relevant, (focus) => Math.max(...passage.map((one) => near(one, focus)))),
    missingTerm: heaviest(particular.filter((focus) => !said(focus))),
    missingOrdinary: share(
      relevant.filter(({ ordinary }) => ordinary),
      (focus) => (said(focus) ? 0 : 1),
    ),
    unknownTerm: heaviest(particular.filter(({ known }) => !known)),
    foreign: particular.length > 0 && particular.every(({ known }) => !known) ? 1 : 0,
    together: answer.some((candidate) => top.every((focus) => near(candidate, focus) >= 0.6))
      ? 1
      : 0,
    slotEmpty: slotEmpty(question, parts) ? 1 : 0,
    fit: best.fit,
    expected: expects ? expectedEvidence(match, matches, question) : null,
  };
}
