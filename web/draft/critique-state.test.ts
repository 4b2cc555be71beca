import { describe, expect, it } from 'vitest';
import { networkFailure } from '../api/failure.ts';
import { emptyCritique, reduceCritique, type CritiqueAction } from './critique-state.ts';

const critique = {
  task: 'sc1',
  text: null,
  criteria: [],
  findings: [],
  items: [],
  progress: null,
  dropped: 0,
};
const end = { type: 'critique-end', language: 'fr', model: 'offline', fallback: true } as const;
const play = (...actions: CritiqueAction[]) => actions.reduce(reduceCritique, emptyCritique);

describe('reduceCritique', () => {
  it('keeps the feedback and how it ended', () => {
    const state = play({ type: 'sent' }, { type: 'critique-available', critique }, end);
    expect(state).toMatchObject({ status: 'done', critique, fallback: true, failure: null });
  });

  it('changes nothing before a draft is sent and after the end', () => {
    expect(play(end)).toEqual(emptyCritique);
    const done = play({ type: 'sent' }, { type: 'critique-available', critique }, end);
    expect(reduceCritique(done, { type: 'failed', failure: networkFailure })).toBe(done);
  });

  it('forgets the feedback before when another draft is sent', () => {
    const again = play({ type: 'sent' }, { type: 'critique-available', critique }, end, {
      type: 'sent',
    });
    expect(again).toEqual({ ...emptyCritique, status: 'reading' });
  });
});
