import type { DraftEvent, DraftView } from '../../server/contract/drafts.ts';
import { streamCut } from '../api/failure.ts';
import type { Fetched } from '../api/get-json.ts';
import type { DraftAction } from './draft-state.ts';

export type FollowDependencies = {
  /** The draft as it is stored now. */
  readonly load: (signal: AbortSignal) => Promise<Fetched<DraftView>>;
  /** What happens to its feedback, from the beginning; ends when the connection does. */
  readonly events: (signal: AbortSignal) => AsyncIterable<DraftEvent>;
  /** Resolves after a while, or as soon as there is a network again. */
  readonly wait: (milliseconds: number, signal: AbortSignal) => Promise<void>;
};

const ends: ReadonlySet<string> = new Set(['critique-end', 'error', 'stopped']);

/** Pauses before the connection is tried again, in milliseconds; after the last one the reader is asked. */
const pauses: readonly number[] = [300, 1_000, 2_000, 4_000, 8_000, 15_000];

/**
 * Opens a draft and follows its feedback while it is made. What is shown in the end is always what is stored, so that
 * a reload, another tab and a connection that was lost all come to the same.
 * @throws the abort reason when `signal` fires
 */
export async function* followDraft(
  { load, events, wait }: FollowDependencies,
  signal: AbortSignal,
): AsyncGenerator<DraftAction> {
  let attempts = 0;
  for (;;) {
    const loaded = await load(signal);
    signal.throwIfAborted();
    if (loaded.ok) yield { type: 'loaded', draft: loaded.value };
    if (loaded.ok && loaded.value.status !== 'streaming') return;
    if (!loaded.ok && loaded.failure.code !== 'network') {
      yield { type: 'failed', failure: loaded.failure };
      return;
    }
    if (loaded.ok) {
      const ended = yield* readProgress(events(signal), signal);
      // The end is stored by now, or in a moment: then it is asked for again like after a cut.
      if (ended && attempts === 0) {
        attempts += 1;
        continue;
      }
    }
    const pause = pauses[attempts];
    attempts += 1;
    if (pause === undefined) {
      yield { type: 'failed', failure: loaded.ok ? streamCut : loaded.failure };
      return;
    }
    yield { type: 'connection-lost' };
    await wait(pause, signal);
  }
}

/** Tells the criteria that are read. @returns whether the stream came to its end. */
async function* readProgress(
  events: AsyncIterable<DraftEvent>,
  signal: AbortSignal,
): AsyncGenerator<DraftAction, boolean> {
  try {
    for await (const event of events) {
      if (ends.has(event.type)) return true;
      if (event.type !== 'criterion-read') continue;
      const { criterion, number, of } = event;
      yield { type: 'criterion-read', criterion, number, of };
    }
  } catch {
    // Cut: as if it had ended early.
    signal.throwIfAborted();
  }
  return false;
}
