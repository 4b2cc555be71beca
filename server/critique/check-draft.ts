import type { CritiqueRequest } from '../contract/critiques.ts';
import { TutorError } from '../errors.ts';
import { detectLanguage, type Language } from '../language/detect-language.ts';
import { type Draft, readDraft } from './read-draft.ts';
import type { Rubric } from './rubric.ts';

/** A draft that can be read, its rubric, and the language of the feedback. */
export type CheckedDraft = {
  readonly rubric: Rubric;
  readonly draft: Draft;
  readonly language: Language;
};

/**
 * Refuses at once what no feedback can be given on.
 * @param rubrics by task id
 * @throws {TutorError} `bad-request`, `not-found`, `draft-too-long`
 */
export function checkDraft(
  { task, text, language }: Pick<CritiqueRequest, 'task' | 'text' | 'language'>,
  rubrics: ReadonlyMap<string, Rubric>,
): CheckedDraft {
  const rubric = rubricOf(task, rubrics);
  const draft = readDraft(text);
  return { rubric, draft, language: language ?? detectLanguage(draft.text) ?? 'fr' };
}

function rubricOf(id: string, rubrics: ReadonlyMap<string, Rubric>): Rubric {
  const rubric = rubrics.get(id);
  if (rubric) return rubric;
  const known = [...rubrics.keys()].join(', ');
  throw new TutorError(
    'not-found',
    known === ''
      ? 'This course sets no task: its corpus has no file in tasks/, so there is nothing to give feedback on.'
      : `There is no task of that id; the tasks are ${known}.`,
  );
}
