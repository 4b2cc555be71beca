import type {
  Critique,
  CriterionFinding,
  DraftFinding,
  DraftQuotation,
} from '../../server/contract/critiques.ts';
import type { DraftMark } from './segment-draft.ts';

/** What feedback speaks of, in the order shown: each criterion, then what concerns the draft as a whole. */
export type FeedbackPoint = {
  /** Id of the criterion or of the finding. */
  readonly about: string;
  /** Sign that links it with its quotations: 1, 2, 3… for criteria, A, B, C… for the others. */
  readonly sign: string;
} & (
  | { readonly kind: 'criterion'; readonly criterion: CriterionFinding }
  | { readonly kind: 'draft'; readonly finding: DraftFinding }
);

/** The points of a critique. */
export function feedbackPoints({
  criteria,
  findings,
}: Pick<Critique, 'criteria' | 'findings'>): readonly FeedbackPoint[] {
  return [
    ...criteria.map((criterion, at): FeedbackPoint => ({
      kind: 'criterion',
      about: criterion.criterion,
      sign: String(at + 1),
      criterion,
    })),
    ...findings.map((finding, at): FeedbackPoint => ({
      kind: 'draft',
      about: finding.id,
      sign: letter(at),
      finding,
    })),
  ];
}

/**
 * The signs of what became of each point since the draft before: those that the feedback on this draft gives them, and
 * further letters for what was found in the former one only.
 */
export function progressSigns(
  critique: Pick<Critique, 'criteria' | 'findings' | 'progress'>,
): ReadonlyMap<string, string> {
  const signs = new Map(feedbackPoints(critique).map(({ about, sign }) => [about, sign]));
  let letters = critique.findings.length;
  for (const { about } of critique.progress ?? []) {
    if (!signs.has(about)) signs.set(about, letter(letters++));
  }
  return signs;
}

/** A, B, … Z, A2, B2… */
const letter = (at: number): string =>
  String.fromCharCode(65 + (at % 26)) + (at < 26 ? '' : String(Math.floor(at / 26) + 1));

/** The quotations of a point. */
export const quotationsOf = (point: FeedbackPoint): readonly DraftQuotation[] =>
  point.kind === 'criterion' ? point.criterion.quotations : point.finding.quotations;

/** Id of the mark of a quotation, unique in a critique. */
export const markId = (about: string, { start, end }: DraftQuotation): string =>
  `${about}:${start}-${end}`;

/**
 * What is marked in a draft. A quotation that does not stand in `text` where it says, because another text is shown
 * than the one that was read, is left out: nothing is ever searched for.
 */
export function marksOf(points: readonly FeedbackPoint[], text: string): readonly DraftMark[] {
  return points.flatMap((point) => toMarks(point.about, quotationsOf(point), text));
}

/** The marks of some quotations of one point: see {@link marksOf}. */
export function toMarks(
  about: string,
  quotations: readonly DraftQuotation[],
  text: string,
): readonly DraftMark[] {
  const known = new Set<string>();
  return quotations.flatMap((quotation) => {
    const { start, end, quote } = quotation;
    const id = markId(about, quotation);
    if (quote === '' || text.slice(start, end) !== quote || known.has(id)) return [];
    known.add(id);
    // A sign stands behind the last word, not on the line after it.
    return [{ id, about, start, end: start + quote.trimEnd().length }];
  });
}
