import type { DraftEvent, DraftView } from '../../contract/drafts.ts';
import { type ErrorCode, errorTable } from '../../errors.ts';
import type { Numbered } from '../live-streams.ts';

/**
 * The events of a reading that is over, with the numbers that they had; those up to `after` are left out, but the last
 * always comes, so that a reader knows how it ended. Of one that came to nothing only the first and the last are known.
 */
export function* replayReading(
  draft: DraftView,
  { after, requestId }: { readonly after: number; readonly requestId: string },
): Generator<Numbered<DraftEvent>, void> {
  const events = [...eventsOf(draft, requestId)];
  for (const [number, event] of events.entries()) {
    if (number > after || number === events.length - 1) yield { number, event };
  }
}

function* eventsOf(draft: DraftView, requestId: string): Generator<DraftEvent, void> {
  const { critique, language, model, fallback } = draft;
  yield { type: 'draft-stored', draftId: draft.id };
  if (draft.status === 'stopped') {
    yield { type: 'stopped' };
    return;
  }
  if (draft.status !== 'complete' || !critique) {
    const code = draft.failure ?? 'model-interrupted';
    yield { type: 'error', code, retryable: isRetryable(code), requestId };
    return;
  }
  const { length: of } = critique.criteria;
  for (const [at, { criterion }] of critique.criteria.entries()) {
    yield { type: 'criterion-read', criterion, number: at + 1, of };
  }
  for (const [at, criterion] of critique.criteria.entries()) {
    yield { type: 'criterion-available', criterion, number: at + 1, of };
  }
  yield { type: 'critique-available', critique };
  yield { type: 'critique-end', language, model: model ?? 'offline', fallback };
}

const isRetryable = (code: string): boolean =>
  Object.hasOwn(errorTable, code) && errorTable[code as ErrorCode].retryable;
