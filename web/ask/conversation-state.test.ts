import { describe, expect, it } from 'vitest';
import {
  emptyConversation,
  reduceConversation,
  type ConversationAction,
} from './conversation-state.ts';

const reduceAll = (...actions: ConversationAction[]) =>
  actions.reduce(reduceConversation, emptyConversation);
const asked = (question: string): ConversationAction => ({ type: 'asked', question });
const begun: ConversationAction = {
  type: 'answered',
  action: { type: 'sources-available', conversationId: 'c1', sources: [] },
};
const told = (delta: string): ConversationAction => ({
  type: 'answered',
  action: { type: 'text-delta', delta },
});
const failed = (code: string): ConversationAction => ({
  type: 'answered',
  action: { type: 'failed', failure: { code, retryable: true, retryAfterSeconds: null } },
});

describe('reduceConversation', () => {
  it('takes its name from the first event and keeps it for the next question', () => {
    expect(reduceAll(asked('a')).id).toBeNull();
    expect(reduceAll(asked('a'), begun, asked('b')).id).toBe('c1');
  });

  it('adds what arrives to the last turn only', () => {
    const { turns } = reduceAll(asked('a'), told('one'), asked('b'), told('two'));
    expect(turns.map(({ question, answer }) => [question, answer.text])).toEqual([
      ['a', 'one'],
      ['b', 'two'],
    ]);
  });

  it('tries the last question again in its place', () => {
    const { turns } = reduceAll(
      asked('a'),
      told('half'),
      failed('stream-cut'),
      { type: 'retried' },
      told('whole'),
    );
    expect(turns).toHaveLength(1);
    expect(turns[0]?.answer).toMatchObject({ status: 'streaming', text: 'whole' });
  });

  it('gives every turn its own id', () => {
    const { turns } = reduceAll(asked('a'), asked('a'), asked('a'));
    expect(new Set(turns.map((turn) => turn.id)).size).toBe(3);
  });

  it('begins a new conversation when the server has forgotten this one', () => {
    expect(reduceAll(asked('a'), begun, asked('b'), failed('not-found')).id).toBeNull();
    expect(reduceAll(asked('a'), begun, asked('b'), failed('internal')).id).toBe('c1');
  });

  it('forgets everything on reset, and ignores what arrives afterwards', () => {
    expect(
      reduceAll(asked('a'), begun, { type: 'reset' }, told('late'), { type: 'retried' }),
    ).toEqual(emptyConversation);
  });
});
