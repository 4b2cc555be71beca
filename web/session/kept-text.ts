const prefix = 'repere-typed:';

/**
 * Texts that were typed and that the server has not acknowledged yet, kept in this browser by name. Each belongs to one
 * student: on a shared computer the next one must not find it.
 */
export type KeptTexts = {
  /** The text kept under a name; empty where there is none. */
  read(name: string): string;
  /** Keeps a text; an empty one is forgotten. */
  write(name: string, text: string): void;
};

/**
 * @param owner who types: see `ownerOf`
 * @param storage without one (the reader blocks it) nothing is kept, and nothing fails
 */
export function createKeptTexts(owner: string, storage: Storage | null): KeptTexts {
  const keyOf = (name: string) => `${prefix}${owner}:${name}`;
  return {
    read(name) {
      try {
        return storage?.getItem(keyOf(name)) ?? '';
      } catch {
        return '';
      }
    },
    write(name, text) {
      try {
        if (text === '') storage?.removeItem(keyOf(name));
        else storage?.setItem(keyOf(name), text);
      } catch {
        // Full or blocked: the text is still on the screen.
      }
    },
  };
}

/** Under it the browser notes when a student left: its other tabs hear of it, and let go of what they still show. */
export const leftKey = 'repere-left';

/** Forgets every text that is kept in a storage, of everybody, when a student leaves or deletes what is theirs. */
export function forgetKeptTexts(storage: Storage | null): void {
  if (!storage) return;
  try {
    storage.setItem(leftKey, String(Date.now()));
  } catch {
    // A full storage still lets texts go.
  }
  const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index));
  for (const key of keys) if (key?.startsWith(prefix)) storage.removeItem(key);
}

/** A storage of the browser, for good or for as long as a tab is open; null where the reader blocks it. */
export function browserStorage(lasting: 'for-good' | 'with-the-tab' = 'for-good'): Storage | null {
  try {
    return lasting === 'for-good' ? localStorage : sessionStorage;
  } catch {
    return null;
  }
}
