import type { FeedbackItem } from '../contract/critiques.ts';
import type { Language } from '../language/detect-language.ts';
import type { Assessment, CriterionAssessment } from './assessment.ts';
import { sayFinding } from './say-finding.ts';
import type { Task } from './task-schema.ts';

/** More would not be read. */
export const maxItems = 7;

/** What must be seen to before anything else; an instruction to the tool is told last. */
const first = ['hors_sujet', 'trop_court', 'mots_cles_sans_contenu', 'copie_solution'];
const last = 'instruction_ignoree';

/**
 * The few things to read, what helps most first: what concerns the whole draft, what is missing, what is begun, and
 * always one thing that stands, when there is one.
 */
export function chooseItems(
  { criteria, findings }: Pick<Assessment, 'criteria' | 'findings'>,
  task: Task,
  language: Language,
): readonly FeedbackItem[] {
  const urgency = (id: string) => (first.includes(id) ? first.indexOf(id) : first.length);
  const draftItem = ({ id }: { readonly id: string }): FeedbackItem => ({
    kind: 'draft',
    about: id,
    ...sayFinding(id, task, language),
  });
  const whole = [...findings]
    .filter(({ id }) => id !== last)
    .sort((a, b) => urgency(a.id) - urgency(b.id))
    .map(draftItem);
  const notice = findings.filter(({ id }) => id === last).map(draftItem);
  const having = (finding: string) => criteria.filter((one) => one.finding === finding).map(toItem);
  const gaps = [...having('missing'), ...having('partial')];
  const strengths = having('met');
  const kept = strengths.slice(0, 1);
  const room = maxItems - notice.length - kept.length;
  const pressing = [...whole, ...gaps].slice(0, room);
  const others = strengths.slice(1, 1 + room - pressing.length);
  return [...pressing, ...kept, ...others, ...notice];
}

const toItem = ({
  criterion,
  finding,
  sentence,
  question,
  nextStep,
}: CriterionAssessment): FeedbackItem => ({
  kind: finding === 'met' ? 'strength' : 'gap',
  about: criterion,
  sentence,
  question,
  nextStep,
});
