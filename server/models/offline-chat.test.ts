import { HumanMessage, SystemMessage } from '@langchain/core/messages';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { PromptMessage } from '../tutoring/chat-model.ts';
import { createOfflineChatModel } from './offline-chat.ts';
import { toChatModel } from './stream-chat.ts';

const deadlines = { firstTokenMs: 500, idleMs: 500, totalMs: 1_000 };
const prompt: readonly PromptMessage[] = [
  { role: 'system', content: 'Tu es tuteur.' },
  { role: 'user', content: 'Qu’est-ce qu’un prompt ?' },
  { role: 'assistant', content: 'Une consigne.' },
  { role: 'user', content: 'Et encore ?' },
];

async function pieces(reply: (messages: readonly PromptMessage[]) => string): Promise<string[]> {
  const model = toChatModel('offline', createOfflineChatModel(reply), deadlines);
  const signal = new AbortController().signal;
  const streamed: string[] = [];
  for await (const piece of model.stream(prompt, { signal })) streamed.push(piece);
  return streamed;
}

describe('createOfflineChatModel', () => {
  it('streams exactly what was written', async () => {
    const text = fc
      .string({ unit: 'grapheme', minLength: 1 })
      .filter((each) => each.trim().length > 0);
    await fc.assert(
      fc.asyncProperty(text, async (written) => {
        expect((await pieces(() => written)).join('')).toBe(written);
      }),
      { numRuns: 60 },
    );
  });

  it('streams a word at a time', async () => {
    const streamed = await pieces(() => '« L’apprenant » écrit\n\nun prompt.\n');
    expect(streamed).toEqual(['«', ' L’apprenant', ' »', ' écrit', '\n\nun', ' prompt.\n']);
  });

  it('gives the writer the messages as the tutor sent them', async () => {
    const reply = vi.fn(() => 'Oui.');
    await pieces(reply);
    expect(reply.mock.calls).toEqual([[prompt]]);
  });

  it('fails as empty when nothing was written', async () => {
    const failure = { code: 'model-unavailable', cause: { kind: 'empty' } };
    await expect(pieces(() => ' ')).rejects.toMatchObject(failure);
  });

  it('lets a bug in the writer be seen', async () => {
    const bug = new TypeError('bug');
    await expect(
      pieces(() => {
        throw bug;
      }),
    ).rejects.toBe(bug);
  });

  it('stops at the abort', async () => {
    const controller = new AbortController();
    const model = toChatModel(
      'offline',
      createOfflineChatModel(() => 'un deux trois'),
      deadlines,
    );
    const read = async () => {
      for await (const _ of model.stream(prompt, { signal: controller.signal })) {
        controller.abort(new Error('enough'));
      }
    };
    await expect(read()).rejects.toThrow('enough');
  });

  it('answers whole through invoke', async () => {
    const model = createOfflineChatModel((messages) => messages.map(({ role }) => role).join(' '));
    const reply = await model.invoke([new SystemMessage('a'), new HumanMessage('b')]);
    expect(reply.text).toBe('system user');
  });
});
