import { describe, expect, it } from 'vitest';
import { createConversations } from './conversations.ts';

const turn = (question: string) => ({
  question,
  language: 'fr' as const,
  topic: { subject: question, form: question },
  answer: 'oui',
});

describe('createConversations', () => {
  it('opens a new conversation without an id and for an unknown one, never under the id asked for', () => {
    const conversations = createConversations();
    const forged = '00000000-0000-4000-8000-000000000000';
    const opened = conversations.open(forged);
    expect(opened.id).not.toBe(forged);
    expect(opened.turns).toEqual([]);
    expect(conversations.open().id).not.toBe(opened.id);
  });

  it('gives the turns back in order, and never changes those already given', () => {
    const conversations = createConversations();
    const { id } = conversations.open();
    conversations.add(id, turn('un'));
    const before = conversations.open(id);
    conversations.add(id, turn('deux'));
    expect(before.turns.map(({ question }) => question)).toEqual(['un']);
    expect(conversations.open(id).turns.map(({ question }) => question)).toEqual(['un', 'deux']);
  });

  it('keeps the last turns only', () => {
    const conversations = createConversations({ conversations: 5, turns: 2 });
    const { id } = conversations.open();
    for (const question of ['un', 'deux', 'trois']) conversations.add(id, turn(question));
    expect(conversations.open(id).turns.map(({ question }) => question)).toEqual(['deux', 'trois']);
  });

  it('forgets the conversation used least recently when there are too many', () => {
    const conversations = createConversations({ conversations: 2, turns: 5 });
    const [first, second] = [conversations.open().id, conversations.open().id];
    conversations.add(first, turn('un'));
    conversations.open(); // forgets the second: the first was used after it
    expect(conversations.open(first).turns).toHaveLength(1);
    expect(conversations.open(second).id).not.toBe(second);
  });

  it('keeps conversations apart', () => {
    const conversations = createConversations();
    const [first, second] = [conversations.open().id, conversations.open().id];
    conversations.add(first, turn('secret'));
    expect(conversations.open(second).turns).toEqual([]);
  });
});
