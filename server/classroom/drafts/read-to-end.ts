import type { Critique, CritiqueEvent } from '../../contract/critiques.ts';
import type { DraftEvent } from '../../contract/drafts.ts';
import type { Tutor } from '../../compose.ts';
import { TutorError } from '../../errors.ts';
import { type DraftEnd, endDraft, type NewDraft } from '../../storage/drafts.ts';
import type { Store } from '../../storage/store.ts';
import { StoppedByStudent } from '../stopped-by-student.ts';

/** A draft that is stored, and the one that it is compared with. */
export type DraftToRead = {
  readonly draft: Pick<NewDraft, 'id' | 'task' | 'text' | 'language'>;
  readonly previous: { readonly id: string; readonly text: string } | null;
};

/** How a reading ended, for the log: nothing of the draft. */
export type ReadingEnd = Omit<Extract<CritiqueEvent, { type: 'critique-end' }>, 'type'> & {
  readonly totalMs: number;
};

export type ReadingDependencies = Pick<Store, 'tables'> & {
  readonly critic: Pick<Tutor, 'critique'>;
  readonly now: () => Date;
  readonly onEnd: (end: ReadingEnd) => void;
  /** Told of what went wrong where perhaps nobody listens. */
  readonly onFailure: (error: unknown) => void;
};

/**
 * Reads a stored draft. How it ended is stored before the last event; also when it is aborted, or nobody wants another
 * event.
 * @throws what the tutor throws, once that is stored
 */
export async function* readToEnd(
  { tables, critic, now, onEnd, onFailure }: ReadingDependencies,
  { draft, previous }: DraftToRead,
  signal: AbortSignal,
): AsyncGenerator<DraftEvent, void> {
  const started = performance.now();
  let end: Omit<DraftEnd, 'finishedAt'> | null = {
    status: 'interrupted',
    failure: 'model-interrupted',
  };
  const store = async (): Promise<void> => {
    if (end) await endDraft(tables, draft.id, { ...end, finishedAt: now().toISOString() });
    end = null;
  };
  try {
    yield { type: 'draft-stored', draftId: draft.id };
    let critique: Critique | null = null;
    for await (const { event, previousId } of comparedOrAlone(
      critic,
      { draft, previous },
      signal,
    )) {
      if (event.type === 'critique-available') ({ critique } = event);
      if (event.type === 'critique-end' && critique) {
        const { language, model, fallback } = event;
        const feedback = { critique, language, model, fallback, previousId };
        end = { status: 'complete', failure: null, feedback };
        await store();
        onEnd({ language, model, fallback, totalMs: Math.round(performance.now() - started) });
      }
      yield event;
    }
  } catch (error) {
    if (signal.reason instanceof StoppedByStudent) {
      end = { status: 'stopped', failure: null };
      await store();
      yield { type: 'stopped' };
      return;
    }
    const code = error instanceof TutorError ? error.code : 'internal';
    end = { status: code === 'model-interrupted' ? 'interrupted' : 'failed', failure: code };
    onFailure(error);
    throw error;
  } finally {
    await store();
  }
}

/**
 * An earlier draft under the same task that reads like one of another task is refused by the tutor. The student may not
 * even have chosen it, so the new draft is then read alone.
 */
async function* comparedOrAlone(
  critic: Pick<Tutor, 'critique'>,
  { draft: { task, text, language }, previous }: DraftToRead,
  signal: AbortSignal,
): AsyncGenerator<{ readonly event: CritiqueEvent; readonly previousId: string | null }> {
  const request = { task, text, language };
  if (previous) {
    const events = critic.critique({ ...request, previous: { text: previous.text, task } }, signal);
    let begun = false;
    try {
      for await (const event of events) {
        begun = true;
        yield { event, previousId: previous.id };
      }
      return;
    } catch (error) {
      if (begun || !(error instanceof TutorError) || error.code !== 'bad-request') throw error;
    }
  }
  for await (const event of critic.critique(request, signal)) yield { event, previousId: null };
}
