import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TurnEvent } from '../../server/contract/conversations.ts';
import type { AnswerAction } from './answer-state.ts';
import { followTurn } from './follow-turn.ts';
import type { Opened } from './turn-requests.ts';

const stored: TurnEvent = { type: 'turn-stored', conversationId: 'c', turnId: 't' };
const delta = (text: string): TurnEvent => ({ type: 'text-delta', delta: text });
const end: TurnEvent = { type: 'stopped' };
const signal = () => new AbortController().signal;
const noWait = () => Promise.resolve();

/** A server with one answer, whose connections break after so many events, one number for each connection. */
function server(events: readonly TurnEvent[], cuts: readonly number[], lostEvents = 0) {
  let connection = 0;
  const asked: (number | 'ask')[] = [];
  const open = (after: number): Opened => {
    const cut = cuts[connection] ?? Infinity;
    connection += 1;
    // Some servers send again what was seen: the page must not show it twice.
    const from = Math.max(0, after + 1 - lostEvents);
    async function* stream() {
      for (const [index, event] of events.slice(from).entries()) {
        if (index >= cut) throw new TypeError('network error');
        yield await Promise.resolve({ number: from + index, event });
      }
      if (events.length - from > cut) throw new TypeError('network error');
    }
    return { ok: true, events: stream() };
  };
  return {
    asked,
    ask: () => {
      asked.push('ask');
      return Promise.resolve(open(-1));
    },
    reopen: (_id: string, after: number) => {
      asked.push(after);
      return Promise.resolve(open(after));
    },
  };
}

async function follow(
  dependencies: Parameters<typeof followTurn>[0],
  turnId: string | null = null,
): Promise<AnswerAction[]> {
  const actions: AnswerAction[] = [];
  for await (const action of followTurn(dependencies, turnId, signal())) actions.push(action);
  return actions;
}

const lost = { type: 'connection-lost' };
const withoutLost = (actions: readonly AnswerAction[]) =>
  actions.filter(({ type }) => type !== 'connection-lost');

describe('followTurn', () => {
  it('tells every event once and in order, wherever the connection is cut', async () => {
    const deltas = fc.array(fc.string(), { maxLength: 12 });
    // At least one event comes through each time: that is what makes it try for ever.
    const cuts = fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(deltas, cuts, fc.nat({ max: 3 }), async (texts, at, again) => {
        const events = [stored, ...texts.map(delta), end];
        const actions = await follow({ ...server(events, at, again), wait: noWait });
        expect(withoutLost(actions)).toEqual(events);
      }),
    );
  });

  it('passes over events that it has seen', async () => {
    const events = [stored, delta('a'), delta('b'), end];
    const actions = await follow({ ...server(events, [2, 3], 2), wait: noWait });
    expect(withoutLost(actions)).toEqual(events);
  });

  it('asks again until the question is stored, and then comes back to the turn', async () => {
    const one = server([stored, delta('a'), end], [0, 0, 2]);
    const actions = await follow({ ...one, wait: noWait });
    expect(one.asked).toEqual(['ask', 'ask', 'ask', 1]);
    expect(actions).toEqual([lost, lost, stored, delta('a'), lost, end]);
  });

  it('follows an answer that was begun before without asking anything', async () => {
    const one = server([stored, delta('a'), end], []);
    await follow({ ...one, ask: null, wait: noWait }, 't');
    expect(one.asked).toEqual([-1]);
  });

  it('waits longer each time, and at last asks the reader', async () => {
    const waited: number[] = [];
    const wait = (milliseconds: number) => Promise.resolve(void waited.push(milliseconds));
    const ask = () => Promise.reject(new TypeError('Failed to fetch'));
    const actions = await follow({ ask, reopen: ask, wait });
    expect(waited).toEqual([500, 1_000, 2_000, 4_000, 8_000]);
    expect(actions.at(-1)).toMatchObject({ type: 'failed', failure: { code: 'network' } });
    const cut = await follow({ ...server([stored, end], Array(9).fill(1)), wait });
    expect(cut.at(-1)).toEqual(end);
    const gone = await follow({ ask: null, reopen: ask, wait }, 't');
    expect(gone.at(-1)).toMatchObject({ type: 'failed', failure: { code: 'stream-cut' } });
  });

  it('tries nothing again that the server refuses, but does where only a proxy answers', async () => {
    const refusal = (code: string) => ({
      ok: false as const,
      failure: { code, retryable: true, retryAfterSeconds: 40 },
    });
    const refuse = (code: string) => () => Promise.resolve(refusal(code));
    const dependencies = { reopen: refuse('not-found'), wait: noWait };
    expect(await follow({ ...dependencies, ask: refuse('too-many-requests') })).toEqual([
      { type: 'failed', failure: refusal('too-many-requests').failure },
    ]);
    const proxied = await follow({ ...dependencies, ask: refuse('unknown') });
    expect(proxied.map(({ type }) => type)).toEqual([...Array(5).fill(lost.type), 'failed']);
  });

  it('throws when the reader stops', async () => {
    const controller = new AbortController();
    const ask = () => {
      controller.abort(new Error('stopped'));
      return Promise.reject(new TypeError('aborted'));
    };
    const events = followTurn({ ask, reopen: ask, wait: noWait }, null, controller.signal);
    await expect(events.next()).rejects.toThrow('stopped');
  });
});
