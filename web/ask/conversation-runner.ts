import type { AskRequest, ConversationView } from '../../server/contract/conversations.ts';
import type { Fetched } from '../api/get-json.ts';
import type { ConversationAction, Turn } from './conversation-state.ts';
import { followTurn, type FollowDependencies } from './follow-turn.ts';
import type { Opened } from './turn-requests.ts';

export type RunnerDependencies = Pick<FollowDependencies, 'reopen' | 'wait'> & {
  /** What happens to the conversation on the screen. */
  readonly tell: (action: ConversationAction) => void;
  readonly load: (id: string) => Promise<Fetched<ConversationView>>;
  readonly ask: (request: AskRequest, signal: AbortSignal) => Promise<Opened>;
  /** Resolves when the server has ended the answer, or could not be asked. */
  readonly stop: (turnId: string) => Promise<unknown>;
  readonly newKey: () => string;
  /** Something that lists of conversations show has changed. */
  readonly onChanged: () => void;
};

export type Question = {
  readonly question: string;
  /** Where; null for a new conversation. */
  readonly conversationId: string | null;
  /** The last turn, which the question takes the place of. */
  readonly instead: Turn | null;
  /** Called once the server has the question. */
  readonly onStored: (conversationId: string) => void;
};

/** Does one thing at a time with the conversation on the screen: opens it, follows an answer, or asks. */
export type ConversationRunner = {
  /** Shows the conversation that the address names; the one that is shown already stays as it is. */
  show(id: string | null): void;
  ask(question: Question): void;
  /** Ends the answer in progress; what came is kept. */
  stop(): void;
  /** Shows what the server has of a conversation by now, unless something is under way here. */
  refresh(id: string): void;
  /** Leaves the conversation for a new one; the server finishes an answer in progress. */
  reset(): void;
  /** Follows nothing any more. */
  close(): void;
};

type Run = { readonly controller: AbortController; turnId: string | null; stopped: boolean };

export function createConversationRunner(dependencies: RunnerDependencies): ConversationRunner {
  const { tell, reopen, wait, onChanged } = dependencies;
  let running: Run | null = null;
  // Undefined once closed: whatever is then wanted is opened afresh.
  let shown: string | null | undefined = null;
  let requestKey = '';
  let stopping: Promise<unknown> = Promise.resolve();

  const begin = (turnId: string | null = null): Run => {
    running?.controller.abort();
    return (running = { controller: new AbortController(), turnId, stopped: false });
  };

  const end = (run: Run, turnId: string): void => {
    stopping = dependencies.stop(turnId).then(() => {
      // The server has checked the citations of what came, which the page left before it heard of them.
      if (running === null && typeof shown === 'string') void open(shown);
    });
    run.controller.abort();
    running = null;
  };

  const follow = async (run: Run, request: AskRequest | null, onStored?: Question['onStored']) => {
    const { signal } = run.controller;
    // One answer at a time: the one that was just stopped has to be over.
    await stopping;
    const ask = request && (() => dependencies.ask(request, signal));
    try {
      for await (const action of followTurn({ ask, reopen, wait }, run.turnId, signal)) {
        // A newer run owns the screen.
        if (running !== run) return;
        tell({ type: 'answered', action });
        if (action.type !== 'turn-stored') continue;
        run.turnId = action.turnId;
        shown = action.conversationId;
        onStored?.(action.conversationId);
        onChanged();
        if (run.stopped) end(run, action.turnId);
      }
    } catch (error) {
      if (!signal.aborted) throw error;
    } finally {
      if (running === run) running = null;
      onChanged();
    }
  };

  const open = async (id: string) => {
    const run = begin();
    tell({ type: 'opening', id });
    const result = await dependencies.load(id);
    if (running !== run) return;
    running = null;
    if (!result.ok) return tell({ type: 'opening-failed', failure: result.failure });
    tell({ type: 'opened', view: result.value });
    const last = result.value.history.at(-1);
    if (last?.status === 'streaming') void follow(begin(last.id), null);
  };

  const reset = () => {
    running?.controller.abort();
    running = null;
    shown = null;
    tell({ type: 'reset' });
  };

  return {
    reset,
    show(id) {
      if (id === shown) return;
      if (id === null) return reset();
      shown = id;
      void open(id);
    },
    ask({ question, conversationId, instead, onStored }) {
      // The same press of the button, sent again, must not become two questions.
      if (instead?.id !== null || instead.question !== question) requestKey = dependencies.newKey();
      tell({ type: 'asked', question, replaces: instead !== null });
      const request: AskRequest = {
        ...{ question, requestKey },
        ...(conversationId !== null && { conversationId }),
        ...(conversationId !== null && instead?.id && { replaces: instead.id }),
      };
      void follow(begin(), request, onStored);
    },
    stop() {
      // Shown at once: the network may take its time.
      tell({ type: 'answered', action: { type: 'stopped' } });
      if (!running) return;
      running.stopped = true;
      if (running.turnId !== null) end(running, running.turnId);
    },
    refresh(id) {
      if (running === null) void open(id);
    },
    close() {
      running?.controller.abort();
      running = null;
      shown = undefined;
    },
  };
}
