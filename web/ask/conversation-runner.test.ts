import { describe, expect, it, vi } from 'vitest';
import type {
  AskRequest,
  ConversationView,
  TurnEvent,
} from '../../server/contract/conversations.ts';
import type { Fetched } from '../api/get-json.ts';
import { someCitation, someStoredTurn } from '../testing/answers.ts';
import { createConversationRunner, type Question } from './conversation-runner.ts';
import { emptyConversation, reduceConversation, type Conversation } from './conversation-state.ts';
import type { NumberedEvent } from './event-stream.ts';

/** A server whose answers go on when the test says so. */
function setUp(stored: Fetched<ConversationView> | null = null, slowlyLoaded = '') {
  let conversation: Conversation = emptyConversation;
  let keys = 0;
  const asked: AskRequest[] = [];
  const calls: string[] = [];
  let push: (event: TurnEvent | 'cut') => void = () => undefined;
  const stream = async function* (): AsyncGenerator<NumberedEvent<TurnEvent>> {
    const waiting: (TurnEvent | 'cut')[] = [];
    let wake = () => {};
    push = (event) => {
      waiting.push(event);
      wake();
    };
    for (let number = 0; ;) {
      const event = waiting.shift();
      if (event === 'cut') throw new TypeError('network error');
      if (event) yield { number: number++, event };
      else await new Promise<void>((resolve) => (wake = resolve));
    }
  };
  const opened = () => Promise.resolve({ ok: true as const, events: stream() });
  const onChanged = vi.fn();
  const runner = createConversationRunner({
    tell: (action) => void (conversation = reduceConversation(conversation, action)),
    load: (id) => {
      calls.push(`load ${id}`);
      if (id === slowlyLoaded) return settled().then(() => viewOf(id, { id: 'late' }));
      return Promise.resolve(stored ?? viewOf(id));
    },
    ask(request) {
      asked.push(request);
      return opened();
    },
    reopen(id, after) {
      calls.push(`reopen ${id} ${after}`);
      return opened();
    },
    stop(id) {
      calls.push(`stop ${id}`);
      return Promise.resolve();
    },
    wait: () => Promise.resolve(),
    newKey: () => `key-${(keys += 1)}`,
    onChanged,
  });
  const question = (changes: Partial<Question> = {}): Question => ({
    ...{ question: 'Pourquoi ?', conversationId: null, instead: null, onStored: () => {} },
    ...changes,
  });
  return {
    ...{ runner, asked, calls, onChanged, question },
    push: (event: TurnEvent | 'cut') => push(event),
    now: () => conversation,
    last: () => conversation.turns.at(-1),
  };
}

function viewOf(id: string, ...turns: Parameters<typeof someStoredTurn>[0][]) {
  const value: ConversationView = {
    ...{ id, title: 'Kafka', createdAt: '', updatedAt: '', turns: turns.length },
    history: turns.map(someStoredTurn),
  };
  return { ok: true as const, value };
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 0));
const turnStored: TurnEvent = { type: 'turn-stored', conversationId: 'c1', turnId: 't1' };

describe('createConversationRunner', () => {
  it('tells when the server has the question, and where', async () => {
    const { runner, push, question, now } = setUp();
    const onStored = vi.fn();
    runner.ask(question({ onStored }));
    await settled();
    expect(onStored).not.toHaveBeenCalled();
    push(turnStored);
    await settled();
    expect(onStored).toHaveBeenCalledExactlyOnceWith('c1');
    expect(now()).toMatchObject({ id: 'c1', begun: true });
    // The address now names it: nothing is to be opened.
    runner.show('c1');
    expect(now().opening).toBe('no');
  });

  it('stops at once on the screen, and at the server as soon as that is possible', async () => {
    const stored = viewOf('c1', { id: 't1', status: 'stopped', text: '' });
    const { runner, push, question, last, calls } = setUp(stored);
    runner.ask(question());
    await settled();
    runner.stop();
    expect(last()?.answer.status).toBe('stopped');
    expect(calls).toEqual([]);
    push(turnStored);
    await settled();
    expect(calls[0]).toBe('stop t1');
    expect(last()?.id).toBe('t1');
  });

  it('keeps what came when it is stopped, and hears no more', async () => {
    const stored = viewOf('c1', { id: 't1', status: 'stopped', text: 'une' });
    const { runner, push, question, last } = setUp(stored);
    runner.ask(question());
    await settled();
    push(turnStored);
    push({ type: 'text-delta', delta: 'une' });
    await settled();
    runner.stop();
    push({ type: 'text-delta', delta: ' suite' });
    await settled();
    expect(last()?.answer).toMatchObject({ status: 'stopped', text: 'une' });
  });

  it('shows the citations of a stopped answer once the server has kept it', async () => {
    const citations = [someCitation()];
    const stored = { id: 't1', status: 'stopped', text: 'une [1]', citations } as const;
    const { runner, push, question, last, calls } = setUp(viewOf('c1', stored));
    runner.ask(question());
    await settled();
    push(turnStored);
    push({ type: 'text-delta', delta: 'une [1]' });
    await settled();
    runner.stop();
    await settled();
    await settled();
    expect(calls).toEqual(['stop t1', 'load c1']);
    expect(last()?.answer).toMatchObject({ status: 'stopped', citations });
  });

  it('sends the same press again with the same key, and another question with another', async () => {
    const { runner, question, asked, last } = setUp();
    runner.ask(question());
    await settled();
    runner.ask(question({ instead: last()! }));
    await settled();
    runner.ask(question({ instead: last()!, question: 'Comment ?' }));
    await settled();
    expect(asked.map(({ requestKey }) => requestKey)).toEqual(['key-1', 'key-1', 'key-2']);
    expect(asked.every(({ replaces }) => replaces === undefined)).toBe(true);
  });

  it('takes the place of a stored turn under a new key', async () => {
    const { runner, push, question, asked, last, now } = setUp();
    runner.ask(question());
    await settled();
    push(turnStored);
    await settled();
    runner.ask(question({ instead: last()!, conversationId: 'c1' }));
    await settled();
    expect(asked[1]).toEqual({
      ...{ question: 'Pourquoi ?', conversationId: 'c1' },
      ...{ replaces: 't1', requestKey: 'key-2' },
    });
    expect(now().turns).toHaveLength(1);
  });

  it('goes on with an answer that is still being written when it is opened', async () => {
    const { runner, push, last, calls } = setUp(viewOf('c1', { status: 'streaming' }));
    runner.show('c1');
    await settled();
    expect(calls).toEqual(['load c1', 'reopen t1 -1']);
    push({ type: 'text-delta', delta: 'Parce que.' });
    await settled();
    expect(last()).toMatchObject({ live: true, answer: { text: 'Parce que.' } });
  });

  it('leaves an answer for another conversation, whose screen hears nothing of it', async () => {
    const { runner, push, question, now } = setUp(viewOf('c2', { id: 't9' }));
    runner.ask(question());
    await settled();
    push(turnStored);
    await settled();
    runner.show('c2');
    push({ type: 'text-delta', delta: 'late' });
    await settled();
    expect(now()).toMatchObject({ id: 'c2', turns: [{ id: 't9' }] });
  });

  it('shows the conversation chosen last, however late another one comes', async () => {
    const { runner, now } = setUp(null, 'c1');
    runner.show('c1');
    runner.show('c2');
    await settled();
    await settled();
    expect(now()).toMatchObject({ id: 'c2', opening: 'no', turns: [] });
  });

  it('does not open again what is shown while an answer is followed', async () => {
    const { runner, push, question, calls } = setUp();
    runner.ask(question());
    await settled();
    push(turnStored);
    await settled();
    runner.refresh('c1');
    expect(calls).toEqual([]);
  });

  it('says why a conversation cannot be opened, and opens it when asked again', async () => {
    const failure = { code: 'network', retryable: true, retryAfterSeconds: null };
    const { runner, now, calls } = setUp({ ok: false, failure });
    runner.show('c1');
    await settled();
    expect(now().opening).toEqual(failure);
    runner.refresh('c1');
    expect(calls).toEqual(['load c1', 'load c1']);
  });

  it('opens afresh after it was closed', async () => {
    const { runner, calls } = setUp();
    runner.show('c1');
    runner.close();
    runner.show('c1');
    await settled();
    expect(calls).toEqual(['load c1', 'load c1']);
  });
});
