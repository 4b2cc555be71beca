import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { networkFailure } from '../api/failure.ts';
import { someCritique, someDraft } from '../testing/critiques.ts';
import { reduceDraft, unopenedDraft, type DraftAction } from './draft-state.ts';

const play = (...actions: DraftAction[]) => actions.reduce(reduceDraft, unopenedDraft);
const { criteria } = someCritique();
const ids = criteria.map(({ criterion }) => criterion);
const reads = ids.map((criterion, at): DraftAction => ({
  type: 'criterion-read',
  criterion,
  number: at + 1,
  of: criteria.length,
}));
const streaming: DraftAction = {
  type: 'loaded',
  draft: someDraft({ status: 'streaming', critique: null }),
};
const complete: DraftAction = { type: 'loaded', draft: someDraft() };

describe('reduceDraft', () => {
  it('collects the criteria in order, however often the stream begins again', () => {
    const replay = fc.nat(criteria.length).map((seen) => reads.slice(0, seen));
    fc.assert(
      fc.property(fc.array(replay, { maxLength: 4 }), (replays) => {
        const state = play(streaming, ...replays.flat(), ...reads);
        expect(state.read).toEqual(ids);
        expect(state.of).toBe(criteria.length);
      }),
    );
  });

  it('tells a draft whose feedback was seen being made from one that was opened finished', () => {
    expect(play(streaming, complete).followed).toBe(true);
    expect(play(complete).followed).toBe(false);
  });

  it('keeps the text when the connection is lost, and forgets the loss when it is back', () => {
    const lost = play(streaming, reads[0]!, { type: 'connection-lost' });
    expect(lost).toMatchObject({ waiting: true, draft: { status: 'streaming' } });
    expect(reduceDraft(lost, reads[1]!).waiting).toBe(false);
    const failed = reduceDraft(lost, { type: 'failed', failure: networkFailure });
    expect(failed).toMatchObject({ waiting: false, failure: networkFailure });
    expect(reduceDraft(failed, complete).failure).toBeNull();
  });

  it('shares what is open, and nothing else', () => {
    const shared: DraftAction = { type: 'shared', shared: true };
    expect(play(complete, shared).draft?.shared).toBe(true);
    expect(play(shared)).toBe(unopenedDraft);
  });

  it('begins anew with every draft', () => {
    expect(play(complete, { type: 'opened' })).toEqual(unopenedDraft);
  });
});
