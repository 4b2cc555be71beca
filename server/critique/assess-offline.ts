import { setImmediate } from 'node:timers/promises';
import type { Finding } from '../contract/critiques.ts';
import type { Language } from '../language/detect-language.ts';
import type { DraftAssessment, Assessment, CriterionAssessment } from './assessment.ts';
import { chooseQuotations } from './choose-quotations.ts';
import type { CoursePassages } from './course-passages.ts';
import { judgeCriterion } from './judge-criterion.ts';
import { keepPhrase } from './finding-phrases.ts';
import type { Evidence } from './read-evidence.ts';
import type { Rubric } from './rubric.ts';
import type { Criterion } from './task-schema.ts';

const order: readonly Finding[] = ['missing', 'partial', 'met'];
const lower = (a: Finding, b: Finding): Finding => (order.indexOf(a) < order.indexOf(b) ? a : b);

/**
 * Reads a draft without a language model: each criterion by its signs, in the words of the rubric.
 * @param onRead told of each criterion once it is read
 */
export async function assessOffline(
  {
    evidence,
    rubric,
    language,
    findings,
  }: {
    readonly evidence: Evidence;
    readonly rubric: Rubric;
    readonly language: Language;
    readonly findings: readonly DraftAssessment[];
  },
  passages: CoursePassages,
  signal?: AbortSignal,
  onRead?: (criterion: string) => void,
): Promise<Assessment> {
  const offTopic = findings.some(({ id }) => id === 'hors_sujet');
  const onlyLists = findings.some(({ id }) => id === 'mots_cles_sans_contenu');
  const criteria: CriterionAssessment[] = [];
  for (const criterion of rubric.task.criteria) {
    // A long draft takes a few ms a criterion: others are let through in between.
    await setImmediate();
    signal?.throwIfAborted();
    const judged = judgeCriterion(criterion, evidence, onlyLists);
    const against = rubric.task.contradictions.filter(
      ({ id, lowers }) =>
        lowers?.criterion === criterion.id && findings.some((one) => one.id === id),
    );
    const finding = against.reduce((worst, { lowers }) => lower(worst, lowers!.to), judged.finding);
    const kept = offTopic ? 'missing' : finding;
    const quotations =
      kept === 'missing' ? [] : chooseQuotations(evidence.text, judged.units, askedFor(criterion));
    criteria.push({
      ...sayOf(criterion, kept, language),
      quotations,
      passage: await passages.find(criterion.reread, criterion.asks.fr, signal),
    });
    onRead?.(criterion.id);
  }
  return { criteria, findings, dropped: 0 };
}

/** The signs that a criterion counts, and not those that only accompany them. */
const askedFor = ({ met, partial }: Criterion): ReadonlySet<string> =>
  new Set([...met, ...partial].flat().flatMap(({ of }) => of));

/** The rubric's own words on a criterion. */
export function sayOf(
  { id, strength, gap, absent, question, next }: Criterion,
  finding: Finding,
  language: Language,
): Omit<CriterionAssessment, 'quotations' | 'passage'> {
  const sentence = finding === 'met' ? strength : finding === 'missing' ? (absent ?? gap) : gap;
  return {
    criterion: id,
    finding,
    sentence: sentence[language],
    question: question[language],
    nextStep: finding === 'met' ? keepPhrase[language] : next[language],
  };
}
