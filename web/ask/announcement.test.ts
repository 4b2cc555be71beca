import { describe, expect, it } from 'vitest';
import { en } from '../i18n/en.ts';
import { someCitation, someStoredTurn } from '../testing/answers.ts';
import { announcement } from './announcement.ts';
import type { AnswerAction } from './answer-state.ts';
import { emptyConversation, reduceConversation } from './conversation-state.ts';

/** What is announced over an answer, each change once. */
function heard(actions: readonly AnswerAction[]): readonly string[] {
  let conversation = reduceConversation(emptyConversation, {
    ...{ type: 'asked', question: 'Why?', replaces: false },
  });
  const said = [announcement(conversation, en)];
  for (const action of actions) {
    conversation = reduceConversation(conversation, { type: 'answered', action });
    const next = announcement(conversation, en);
    if (next !== said.at(-1)) said.push(next);
  }
  return said;
}

const deltas: AnswerAction[] = Array.from({ length: 300 }, () => ({
  type: 'text-delta',
  delta: 'word ',
}));
const end = {
  type: 'answer-end',
  language: 'en',
  model: 'offline',
  fallback: false,
  keywordsOnly: false,
  nearest: [],
} as const;

describe('announcement', () => {
  it('is silent before the first question', () => {
    expect(announcement(emptyConversation, en)).toBe('');
  });

  it('says two things in an answer of 300 words', () => {
    const citations = [someCitation(), someCitation({ marker: 2 })];
    const checked: AnswerAction = {
      type: 'citations-available',
      citations,
      unsupported: [],
      dropped: 0,
    };
    expect(heard([...deltas, checked, { ...end, decision: 'answer' }])).toEqual([
      'Answer in progress',
      'Answer finished, 2 sources',
    ]);
  });

  it('tells a hint and a refusal from an answer', () => {
    expect(heard([{ ...end, decision: 'hint' }]).at(-1)).toBe(en.ask.hinted);
    expect(heard([{ ...end, decision: 'refuse' }]).at(-1)).toBe(en.ask.refused);
  });

  it('says that the course does not answer', () => {
    expect(heard([{ ...end, decision: 'abstain' }]).at(-1)).toBe(en.ask.abstained);
  });

  it('says nothing of a stored answer that is opened again', () => {
    const view = { id: 'c', title: '', createdAt: '', updatedAt: '', turns: 1 };
    const history = [someStoredTurn()];
    const conversation = reduceConversation(emptyConversation, {
      ...{ type: 'opened', view: { ...view, history } },
    });
    expect(announcement(conversation, en)).toBe('');
  });

  it('leaves failures to the alert', () => {
    expect(
      heard([{ type: 'error', code: 'internal', retryable: true, requestId: 'r' }]).at(-1),
    ).toBe('');
  });
});
