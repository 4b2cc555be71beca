import type { Span } from '../documents/document.ts';
import type { Steps } from '../retrieval/run-in-slices.ts';
import { quotable } from './choose-quotations.ts';
import { holds, judgeCriterion } from './judge-criterion.ts';
import type { DraftAssessment } from './assessment.ts';
import type { Evidence, JudgedUnit } from './read-evidence.ts';
import type { Rubric } from './rubric.ts';
import { copiedFrom, type SolutionPrints } from './solution-prints.ts';

/** Findings on the whole draft that every task knows; a rubric adds its contradictions. */
export const commonFindings = [
  'hors_sujet',
  'trop_court',
  'mots_cles_sans_contenu',
  'copie_solution',
  'instruction_ignoree',
] as const;
export type CommonFinding = (typeof commonFindings)[number];

/** From this share of its words in bare lists on, a draft is keywords without content. */
const bareShare = 0.5;
/** A draft on the subject names it in at least this share of its units. */
const subjectShare = 0.15;
/** The same of a draft that never names the case: a word of the subject may turn up in any story. */
const namelessShare = 0.25;
/** A long draft may wander: so many units on the subject are enough. */
const enoughUnits = 8;

/** What concerns the whole draft, whichever engine reads the criteria. */
export function* assessWholeDraft(
  evidence: Evidence,
  rubric: Rubric,
  {
    prints,
    otherNames,
  }: { readonly prints: SolutionPrints; readonly otherNames: readonly string[] },
): Steps<readonly DraftAssessment[]> {
  const { text, units, instructions, words } = evidence;
  const found: DraftAssessment[] = [];
  const add = (id: string, spans: readonly Span[] = []) =>
    found.push({ id, quotations: spans.slice(0, 3).map((span) => quotable(text, span)) });
  if (words >= rubric.task.shortBelow && isOffTopic(evidence, rubric, otherNames))
    add('hors_sujet');
  const bare = bareUnits(evidence);
  if (words < rubric.task.shortBelow && !bare) add('trop_court');
  if (bare) add('mots_cles_sans_contenu', bare);
  const copied = yield* copiedFrom(prints, evidence, rubric);
  if (copied.length > 0) add('copie_solution', copied);
  if (instructions.length > 0) add('instruction_ignoree', instructions);
  for (const { id, when, unless, unlessDraft } of rubric.task.contradictions) {
    const excused = units.some(
      ({ signs, weakness }) => weakness === null && unlessDraft.some((name) => signs.has(name)),
    );
    if (excused) continue;
    const counted = units.map((unit) =>
      unless.some((name) => unit.signs.has(name)) ? null : unit,
    );
    const against = holds(when, counted);
    if (against) add(id, against);
  }
  return found;
}

/**
 * Another case is named and this one is not, or hardly any unit is about the subject and no criterion is met: who
 * meets one has answered something of the task.
 */
function isOffTopic(evidence: Evidence, { task }: Rubric, otherNames: readonly string[]): boolean {
  const { text, units, ownNames } = evidence;
  const folded = text.toLowerCase();
  const others = otherNames.reduce(
    (sum, name) => sum + folded.split(name.toLowerCase()).length - 1,
    0,
  );
  if (others >= 2 && ownNames === 0) return true;
  const content = units.filter(({ isInstruction }) => !isInstruction);
  const about = content.filter(({ onSubject }) => onSubject).length;
  const share = ownNames > 0 ? subjectShare : namelessShare;
  if (about > 0 && about >= Math.min(enoughUnits, share * content.length)) return false;
  return task.criteria.every((criterion) => judgeCriterion(criterion, evidence).finding !== 'met');
}

function bareUnits({ units }: Evidence): readonly JudgedUnit[] | null {
  const content = units.filter(({ isInstruction }) => !isInstruction);
  const bare = content.filter(({ weakness }) => weakness === 'bare list');
  const wordsOf = (some: readonly JudgedUnit[]) =>
    some.reduce((sum, { tokens }) => sum + tokens.length, 0);
  return bare.length > 0 && wordsOf(bare) >= bareShare * wordsOf(content) ? bare : null;
}
