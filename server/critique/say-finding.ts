import type { Language } from '../language/detect-language.ts';
import { findingNames, findingPhrases, type Saying } from './finding-phrases.ts';
import type { Task } from './task-schema.ts';
import { commonFindings, type CommonFinding } from './whole-draft.ts';

const isCommon = (id: string): id is CommonFinding =>
  (commonFindings as readonly string[]).includes(id);

/** What is said of a finding on the whole draft: a contradiction speaks in the rubric's words. */
export function sayFinding(id: string, task: Task, language: Language): Saying {
  if (isCommon(id)) return findingPhrases[language][id];
  const { says, question, next } = task.contradictions.find((one) => one.id === id)!;
  return { sentence: says[language], question: question[language], nextStep: next[language] };
}

/** The name of a criterion or a finding, as a list shows it; a contradiction is not named like what it speaks against. */
export function nameOf(about: string, task: Task, language: Language): string {
  if (isCommon(about)) return findingNames[language][about];
  const criterion = task.criteria.find(({ id }) => id === about);
  if (criterion) return criterion.name[language];
  const { lowers } = task.contradictions.find(({ id }) => id === about)!;
  const against = task.criteria.find(({ id }) => id === lowers?.criterion);
  return against
    ? language === 'fr'
      ? `Contradiction\u00a0: ${against.name.fr}`
      : `Contradiction: ${against.name.en}`
    : 'Contradiction';
}
