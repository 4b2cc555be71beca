/** A text that was typed and that the server does not have yet, as it is kept in the browser. */
export type TypedText = {
  /** Id of its task; empty while none is chosen. */
  readonly task: string;
  /** Which tab keeps it: each writes to its own slot only, so that two tabs cannot overwrite each other. */
  readonly slot: string;
  readonly text: string;
  /** When it was typed last, in milliseconds of the epoch. */
  readonly at: number;
  /** The request that was made with it, so that sending it again joins that one. */
  readonly request: SentRequest | null;
};

/** A request for feedback on a text, as long as the text stays what it is. */
export type SentRequest = { readonly key: string; readonly previousId: string | null };

/** What of `localStorage` is used. */
export type TextStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

/** Texts kept in the browser. */
export type TypedTexts = {
  /** Those of a task, or all; the one typed last first. */
  list(task?: string): readonly TypedText[];
  /** Keeps a text in place of what its slot held. @returns false when the browser does not keep it. */
  keep(text: TypedText): boolean;
  forget(of: Pick<TypedText, 'task' | 'slot'>): void;
};

const prefix = 'repere-draft:';

/** Set when whoever used this browser left; the other tabs then let go of what they show. */
export const leftKey = 'repere-drafts-left';

/** The key of a slot in the storage. */
export const typedTextKey = ({ task, slot }: Pick<TypedText, 'task' | 'slot'>): string =>
  `${prefix}${task}:${slot}`;

/** Texts in `storage`; `null` for a browser that allows none, in which nothing is kept. */
export function createTypedTexts(storage: TextStorage | null): TypedTexts {
  return {
    list(task) {
      const all = keysOf(storage).flatMap((key) => read(key, storage?.getItem(key) ?? null) ?? []);
      return all
        .filter((one) => task === undefined || one.task === task)
        .sort((a, b) => b.at - a.at);
    },
    keep(typed) {
      const { text, at, request } = typed;
      try {
        storage?.setItem(typedTextKey(typed), JSON.stringify({ text, at, request }));
        return storage !== null;
      } catch {
        // Full, or forbidden since the page was opened.
        return false;
      }
    },
    forget(of) {
      storage?.removeItem(typedTextKey(of));
    },
  };
}

/** Forgets every text, in this tab and the others: for whoever leaves, and for whoever deletes all that is theirs. */
export function forgetTypedTexts(storage: TextStorage | null, now: number): void {
  if (storage === null) return;
  try {
    // First: a tab that is still open would else defend its text.
    storage.setItem(leftKey, String(now));
  } catch {
    // A full storage still lets texts go.
  }
  for (const key of keysOf(storage)) storage.removeItem(key);
}

/** `localStorage`, or `null` where the reader blocks it. */
export function browserStorage(): TextStorage | null {
  try {
    return localStorage;
  } catch {
    return null;
  }
}

function keysOf(storage: TextStorage | null): readonly string[] {
  const keys = Array.from({ length: storage?.length ?? 0 }, (_, at) => storage?.key(at) ?? '');
  return keys.filter((key) => key.startsWith(prefix));
}

/** A stored text; `null` for one that an older page, or somebody else, wrote in another form. */
function read(key: string, value: string | null): TypedText | null {
  const cut = key.lastIndexOf(':');
  if (value === null || cut < prefix.length) return null;
  try {
    const { text, at, request } = JSON.parse(value) as Partial<TypedText>;
    if (typeof text !== 'string' || typeof at !== 'number') return null;
    const own = { task: key.slice(prefix.length, cut), slot: key.slice(cut + 1) };
    return { ...own, text, at, request: request ?? null };
  } catch {
    return null;
  }
}
