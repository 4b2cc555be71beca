import { leftKey } from '../session/kept-text.ts';
import type { SentRequest, TypedText, TypedTexts } from './typed-texts.ts';

/** What is being written, and what else was. */
export type DeskState = {
  /** Id of the task; empty while none is chosen. */
  readonly task: string;
  readonly text: string;
  /** False when the browser does not keep what is typed. */
  readonly kept: boolean;
  /** Other texts of the task, from another tab or set aside here, the newest first. */
  readonly others: readonly TypedText[];
};

/** Where drafts are written; nothing typed on it is lost before the server has it. */
export type WritingDesk = {
  state(): DeskState;
  subscribe(onChange: () => void): () => void;
  /**
   * Chooses a task, and lays out the text of it that was typed last; or, where `along` says so, takes the text that is
   * there along: by default one that has no task yet.
   */
  choose(task: string, along?: boolean): void;
  type(text: string): void;
  /** Puts a file or an earlier draft in place of the text, which is set aside. */
  replace(text: string): void;
  /** Takes up another text; the one that was being written is set aside. */
  take(other: TypedText): void;
  /** Throws another text away. */
  discard(other: TypedText): void;
  /** The request to send the text with: the same one until the text or the draft before it changes. */
  requestFor(previousId: string | null): SentRequest;
  /** The server has a text: it need not be kept any longer. */
  acknowledge(task: string, text: string): void;
  /** Something changed in the storage, by another tab: as of a `storage` event. */
  noticed(change: { readonly key: string | null; readonly newValue: string | null }): void;
};

export type DeskDependencies = {
  readonly texts: TypedTexts;
  /** A new name, unlike any other: of a slot or of a request. */
  readonly newName: () => string;
  /** Milliseconds of the epoch. */
  readonly now: () => number;
};

/** A desk with the text that was typed last, whatever its task. */
export function createWritingDesk({ texts, newName, now }: DeskDependencies): WritingDesk {
  const own = newName();
  const listeners = new Set<() => void>();
  const [newest] = texts.list();
  let request: SentRequest | null = null;
  let typedAt = 0;
  let state: DeskState = { task: newest?.task ?? '', text: '', kept: true, others: [] };

  const set = (changes: Partial<DeskState>) => {
    const next = { ...state, ...changes };
    const others = texts
      .list(next.task)
      .filter(({ slot, text }) => slot !== own && !isWithin(text, next.text));
    state = { ...next, others };
    for (const listener of listeners) listener();
  };
  const keep = (task: string, text: string, slot = own) =>
    texts.keep({ task, slot, text, at: typedAt, request: slot === own ? request : null });
  const write = (text: string, task = state.task) => {
    if (text !== state.text || task !== state.task) request = null;
    typedAt = now();
    // An empty field is nothing to come back to.
    const kept = text === '' || keep(task, text);
    if (text === '') texts.forget({ task, slot: own });
    set({ task, text, kept });
  };
  const open = (task: string) => {
    const all = texts.list(task);
    // Back at a task, a tab goes on with its own text; another may have typed a newer one meanwhile.
    const last = all.find(({ slot }) => slot === own) ?? all[0];
    request = last?.request ?? null;
    typedAt = last?.at ?? 0;
    // Kept by this tab from now on. The tab that it came from has gone, or keeps it once more: see `noticed`.
    if (last && last.slot !== own && keep(task, last.text)) texts.forget(last);
    set({ task, text: last?.text ?? '', kept: true });
  };
  const setAside = () => {
    if (state.text.trim() !== '') keep(state.task, state.text, newName());
  };
  open(state.task);

  return {
    state: () => state,
    subscribe(onChange) {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
    choose(task, along = state.task === '') {
      if (task === state.task) return;
      if (!along || state.text.trim() === '') return open(task);
      texts.forget({ task: state.task, slot: own });
      write(state.text, task);
    },
    type: (text) => write(text),
    replace(text) {
      if (!isWithin(state.text, text)) setAside();
      write(text);
    },
    take(other) {
      setAside();
      write(other.text);
      texts.forget(other);
      set({});
    },
    discard(other) {
      texts.forget(other);
      set({});
    },
    requestFor(previousId) {
      if (request?.previousId !== previousId) request = { key: newName(), previousId };
      keep(state.task, state.text);
      return request;
    },
    acknowledge(task, text) {
      for (const one of texts.list(task)) if (isWithin(one.text, text)) texts.forget(one);
      if (task !== state.task || text !== state.text) return;
      request = null;
      set({ text: '', kept: true });
    },
    noticed({ key, newValue }) {
      if (key === leftKey) {
        request = null;
        return set({ text: '' });
      }
      // Another tab took this text up and went on from there: it stays here as it is, beside that one.
      const mine = key === texts.keyOf({ task: state.task, slot: own });
      if (mine && newValue === null && state.text !== '') keep(state.task, state.text);
      set({});
    },
  };
}

/** Whether nothing of a text would be missed beside another that holds all of it. */
const isWithin = (text: string, other: string): boolean => other.includes(text.trim());
