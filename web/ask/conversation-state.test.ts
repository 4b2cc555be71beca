import { describe, expect, it } from 'vitest';
import { someStoredTurn } from '../testing/answers.ts';
import {
  emptyConversation,
  reduceConversation,
  type ConversationAction,
} from './conversation-state.ts';

const reduceAll = (...actions: ConversationAction[]) =>
  actions.reduce(reduceConversation, emptyConversation);
const asked = (question: string, replaces = false): ConversationAction => ({
  ...{ type: 'asked', question, replaces },
});
const stored = (turnId: string, conversationId = 'c1'): ConversationAction => ({
  type: 'answered',
  action: { type: 'turn-stored', conversationId, turnId },
});
const told = (delta: string): ConversationAction => ({
  type: 'answered',
  action: { type: 'text-delta', delta },
});
const stopped: ConversationAction = { type: 'answered', action: { type: 'stopped' } };
const failed = (code: string): ConversationAction => ({
  type: 'answered',
  action: { type: 'failed', failure: { code, retryable: true, retryAfterSeconds: null } },
});
const opened = (...turns: Parameters<typeof someStoredTurn>[0][]): ConversationAction => ({
  type: 'opened',
  view: {
    ...{ id: 'c1', title: 'Kafka', createdAt: '', updatedAt: '', turns: turns.length },
    history: turns.map(someStoredTurn),
  },
});

describe('reduceConversation', () => {
  it('takes its name when the question is stored, and tells the address once', () => {
    expect(reduceAll(asked('a')).id).toBeNull();
    const begun = reduceAll(asked('a'), stored('t1'));
    expect(begun).toMatchObject({ id: 'c1', begun: true, turns: [{ id: 't1' }] });
    expect(reduceConversation(begun, { type: 'addressed' }).begun).toBe(false);
    expect(reduceAll(opened({ id: 't1' }), asked('b'), stored('t2')).begun).toBe(false);
  });

  it('learns the name of a question that was stopped before it was stored', () => {
    const { turns } = reduceAll(asked('a'), stopped, stored('t1'), told('late'));
    expect(turns).toMatchObject([{ id: 't1', answer: { status: 'stopped', text: '' } }]);
  });

  it('adds what arrives to the last turn only', () => {
    const { turns } = reduceAll(asked('a'), told('one'), asked('b'), told('two'));
    expect(turns.map(({ question, answer }) => [question, answer.text])).toEqual([
      ['a', 'one'],
      ['b', 'two'],
    ]);
  });

  it('puts an edited question in the place of the last one', () => {
    const { turns } = reduceAll(asked('a'), asked('b'), told('half'), asked('c', true));
    expect(turns.map(({ question }) => question)).toEqual(['a', 'c']);
    expect(turns[1]?.answer).toMatchObject({ status: 'streaming', text: '' });
  });

  it('gives every turn its own key, whatever was asked, opened or replaced', () => {
    const { turns } = reduceAll(
      ...[opened({ id: 't1' }, { id: 't2' }), asked('a'), asked('b', true), stored('t3')],
      ...[opened({ id: 't1' }, { id: 't2' }, { id: 't3' }, { id: 't4' }), asked('c')],
    );
    expect(new Set(turns.map((turn) => turn.key)).size).toBe(5);
  });

  it('keeps the keys of turns that are opened again', () => {
    const before = reduceAll(asked('a'), stored('t1'));
    const after = reduceConversation(before, opened({ id: 't1' }, { id: 't2' }));
    expect(after.turns[0]?.key).toBe(before.turns[0]?.key);
  });

  it('keeps what is shown while the same conversation is opened again, and nothing of another', () => {
    const begun = reduceAll(asked('a'), stored('t1'), told('text'));
    expect(reduceConversation(begun, { type: 'opening', id: 'c1' }).turns).toHaveLength(1);
    expect(reduceConversation(begun, { type: 'opening', id: 'c2' })).toMatchObject({
      ...{ id: 'c2', opening: 'loading', turns: [] },
    });
  });

  it('announces only what came while the reader was looking', () => {
    expect(reduceAll(opened({ id: 't1' })).turns[0]?.live).toBe(false);
    expect(reduceAll(opened({ id: 't1', status: 'streaming' })).turns[0]?.live).toBe(true);
    expect(reduceAll(asked('a')).turns[0]?.live).toBe(true);
    const again = opened({ id: 't1', status: 'stopped' }, { id: 't2' });
    const { turns } = reduceAll(asked('a'), stored('t1'), stopped, again);
    expect(turns.map(({ live }) => live)).toEqual([true, false]);
  });

  it('begins a new conversation when the server has forgotten this one', () => {
    expect(reduceAll(asked('a'), stored('t1'), asked('b'), failed('not-found')).id).toBeNull();
    expect(reduceAll(asked('a'), stored('t1'), asked('b'), failed('internal')).id).toBe('c1');
  });

  it('rates the turn that is meant', () => {
    const rating = { helpful: false, reasons: ['unclear' as const], shared: false };
    const { turns } = reduceAll(opened({ id: 't1' }, { id: 't2' }), {
      ...{ type: 'rated', turnId: 't1', rating },
    });
    expect(turns.map((turn) => turn.rating)).toEqual([rating, null]);
  });

  it('forgets everything on reset, and ignores what arrives afterwards', () => {
    const { nextKey, ...rest } = reduceAll(
      asked('a'),
      stored('t1'),
      { type: 'reset' },
      told('late'),
    );
    expect({ ...rest, nextKey: 1 }).toEqual(emptyConversation);
    expect(nextKey).toBe(2);
  });
});
