import { describe, expect, it } from 'vitest';
import type { DraftEvent, DraftView } from '../../server/contract/drafts.ts';
import { networkFailure, streamCut } from '../api/failure.ts';
import type { Fetched } from '../api/get-json.ts';
import { someCritique, someDraft } from '../testing/critiques.ts';
import type { DraftAction } from './draft-state.ts';
import { followDraft } from './follow-draft.ts';

const { criteria } = someCritique();
const read = (number: number): DraftEvent => ({
  type: 'criterion-read',
  criterion: criteria[number - 1]!.criterion,
  number,
  of: criteria.length,
});
const end: DraftEvent = {
  type: 'critique-end',
  language: 'fr',
  model: 'offline',
  fallback: false,
};
const complete: Fetched<DraftView> = { ok: true, value: someDraft() };
const streaming: Fetched<DraftView> = {
  ok: true,
  value: someDraft({ status: 'streaming', critique: null }),
};
const offline: Fetched<DraftView> = { ok: false, failure: networkFailure };
const gone: Fetched<DraftView> = {
  ok: false,
  failure: { code: 'not-found', retryable: false, retryAfterSeconds: null },
};

/** Follows a server that answers in turn with `loads` and `streams`, the last of each for ever. */
async function follow(
  loads: readonly Fetched<DraftView>[],
  streams: readonly (readonly (DraftEvent | 'cut')[])[] = [[]],
): Promise<{ actions: DraftAction[]; waited: number[] }> {
  let [load, stream] = [0, 0];
  const waited: number[] = [];
  const actions: DraftAction[] = [];
  const dependencies = {
    load: () => Promise.resolve(loads[Math.min(load++, loads.length - 1)]!),
    async *events() {
      for (const event of streams[Math.min(stream++, streams.length - 1)]!) {
        if (event === 'cut') throw new TypeError('network error');
        yield await Promise.resolve(event);
      }
    },
    wait: (milliseconds: number) => Promise.resolve(void waited.push(milliseconds)),
  };
  const signal = new AbortController().signal;
  for await (const action of followDraft(dependencies, signal)) actions.push(action);
  return { actions, waited };
}
const types = (actions: readonly DraftAction[]) => actions.map(({ type }) => type);

describe('followDraft', () => {
  it('opens a finished draft without asking for its events', async () => {
    const { actions } = await follow([complete], [['cut']]);
    expect(actions).toEqual([{ type: 'loaded', draft: someDraft() }]);
  });

  it('tells each criterion, then shows what is stored', async () => {
    const { actions, waited } = await follow([streaming, complete], [[read(1), read(2), end]]);
    expect(types(actions)).toEqual(['loaded', 'criterion-read', 'criterion-read', 'loaded']);
    expect(waited).toEqual([]);
  });

  it('goes on after the connection was cut, with pauses', async () => {
    const { actions, waited } = await follow(
      [streaming, offline, streaming, complete],
      [
        [read(1), 'cut'],
        [read(1), read(2), end],
      ],
    );
    expect(actions.at(-1)?.type).toBe('loaded');
    expect(types(actions).filter((type) => type === 'connection-lost')).toHaveLength(3);
    expect(waited).toEqual([300, 1_000, 2_000]);
  });

  it.each([
    ['a network that stays away', offline, networkFailure, 'cut'],
    ['a stream that is cut each time', streaming, streamCut, 'cut'],
    ['an end that is never stored', streaming, streamCut, end],
  ] as const)('asks the reader after %s', async (_name, load, failure, event) => {
    const { actions, waited } = await follow([load], [[event]]);
    expect(actions.at(-1)).toEqual({ type: 'failed', failure });
    expect(waited.length).toBeLessThanOrEqual(6);
  });

  it('tries nothing again that the server refuses', async () => {
    const { actions, waited } = await follow([gone]);
    expect(types(actions)).toEqual(['failed']);
    expect(waited).toEqual([]);
  });
});
