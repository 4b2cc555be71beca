import { TutorError } from '../errors.ts';
import type { Assessment } from './assessment.ts';
import { assessOffline } from './assess-offline.ts';
import { assessWithModel } from './assess-with-model.ts';
import type { CoursePassages } from './course-passages.ts';
import type { DraftToAssess } from './draft-to-assess.ts';
import type { SolutionPrints } from './solution-prints.ts';
import type { StructuredModel } from './structured-model.ts';

/** What reads drafts, and what it reads them with. */
export type Engines = {
  readonly passages: CoursePassages;
  /** Prints of what is sealed, made when they are first needed. */
  readonly prints: () => Promise<SolutionPrints>;
  /** Reads drafts in place of the offline engine; `null` without an endpoint. */
  readonly model: StructuredModel | null;
};

export type Assessed = {
  /** One for each draft, in their order. */
  readonly assessments: readonly Assessment[];
  readonly model: string;
  readonly fallback: boolean;
};

export type DraftsToAssess = {
  readonly drafts: readonly DraftToAssess[];
  /**
   * Told of each criterion that an engine is done with, by the place of its draft; again where the reply that it was read
   * in came to nothing.
   */
  readonly onRead: (draft: number, criterion: string) => void;
};

/**
 * Has one draft read, or two of one task, by one engine: two would differ where the drafts do not. Where the model
 * fails, the offline engine reads them all.
 */
export async function assessDrafts(
  { model, passages, prints }: Engines,
  { drafts, onRead }: DraftsToAssess,
  signal: AbortSignal,
): Promise<Assessed> {
  if (model) {
    const tools = { model, passages, prints: await prints() };
    const own = new AbortController();
    const both = AbortSignal.any([signal, own.signal]);
    try {
      const assessments = await Promise.all(
        drafts.map((draft, at) =>
          assessWithModel(draft, { ...tools, onRead: (id) => onRead(at, id) }, both),
        ),
      );
      if (assessments.every((one) => one !== null)) {
        return { assessments, model: model.name, fallback: false };
      }
    } catch (error) {
      signal.throwIfAborted();
      if (!(error instanceof TutorError)) throw error;
    } finally {
      own.abort();
    }
  }
  const assessments = [];
  for (const [at, draft] of drafts.entries()) {
    assessments.push(await assessOffline(draft, passages, signal, (id) => onRead(at, id)));
  }
  return { assessments, model: 'offline', fallback: model !== null };
}
