import { randomUUID } from 'node:crypto';
import type { CritiqueEvent, CritiqueRequest, TaskView } from './contract/critiques.ts';
import { checkDraft } from './critique/check-draft.ts';
import { createCoursePassages } from './critique/course-passages.ts';
import { critique } from './critique/critique.ts';
import { readTasks } from './critique/read-tasks.ts';
import { createRubric, type Rubric } from './critique/rubric.ts';
import { createSolutionPrints, type SolutionPrints } from './critique/solution-prints.ts';
import type { StructuredModel } from './critique/structured-model.ts';
import { readCorpus } from './documents/read-corpus.ts';
import { solutionParts } from './integrity/solution-parts.ts';
import type { Analyzer } from './language/analyzer.ts';
import type { PublicIndex } from './retrieval/public-index.ts';
import { pause } from './retrieval/run-in-slices.ts';
import type { Retriever } from './retrieval/retriever.ts';
import type { Speller } from './retrieval/spelling.ts';

/** What of the tutor reads drafts. */
export type Critic = {
  critique(request: CritiqueRequest, signal: AbortSignal): AsyncGenerator<CritiqueEvent>;
  /**
   * The language that feedback on a draft is given in, once it is certain that there can be any.
   * @throws {TutorError} `bad-request`, `not-found`, `draft-too-long`
   */
  checkDraft(draft: Pick<CritiqueRequest, 'task' | 'text' | 'language'>): 'fr' | 'en';
  /** The tasks that the corpus sets; none when it has no folder of them. */
  tasks(): readonly TaskView[];
};

export type CriticParts = {
  readonly corpusDir: string;
  readonly index: PublicIndex;
  readonly retriever: Retriever;
  readonly analyzer: Analyzer;
  readonly speller: Speller;
  /** `null` without an endpoint. */
  readonly model: StructuredModel | null;
};

/**
 * Builds what reads drafts from the tasks of a corpus.
 * @throws {TutorError} `settings-wrong` when a file of `tasks/` is no task
 */
export async function composeCritic(parts: CriticParts): Promise<Critic> {
  const { corpusDir, index, speller, model } = parts;
  const tasks = await readTasks(corpusDir);
  const rubrics = new Map<string, Rubric>();
  for (const task of tasks) {
    const statement = index.documents.get(task.statement)?.text ?? '';
    rubrics.set(
      task.id,
      createRubric(task, statement, (word) => speller.knows(word)),
    );
    await pause();
  }
  const passages = createCoursePassages(parts);
  let made: Promise<SolutionPrints> | null = null;
  const prints = () => (made ??= printSolutions(corpusDir));
  return {
    critique: (request, signal) => critique({ rubrics, passages, prints, model }, request, signal),
    checkDraft: (draft) => checkDraft(draft, rubrics).language,
    tasks: () =>
      tasks.map(({ id, title, statement, criteria }) => ({
        id,
        title,
        statement: index.documents.has(statement) ? statement : null,
        criteria: criteria.map(({ id: own, name, asks }) => ({ id: own, name, asks })),
      })),
  };
}

/** Prints of every worked solution and exam, which no index holds. The key is forgotten with the process. */
async function printSolutions(corpusDir: string): Promise<SolutionPrints> {
  const { documents } = await readCorpus(corpusDir);
  const sealed = documents.flatMap((document) => {
    if (document.kind === 'solution' || document.kind === 'exam') return [document.text];
    return solutionParts(document).map(({ start, end }) => document.text.slice(start, end));
  });
  return createSolutionPrints(sealed, randomUUID());
}
