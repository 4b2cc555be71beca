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
  forget(of: Slot): void;
  /** The key of a slot in the storage. */
  keyOf(of: Slot): string;
};

type Slot = Pick<TypedText, 'task' | 'slot'>;

/**
 * Texts of one student in `storage`; `null` for a browser that allows none, in which nothing is kept. Their keys begin
 * like those of every text that is typed here: leaving forgets them all.
 * @param owner who types: see `ownerOf`
 */
export function createTypedTexts(storage: TextStorage | null, owner: string): TypedTexts {
  const prefix = `repere-typed:${owner}:draft:`;
  const keyOf = ({ task, slot }: Slot) => `${prefix}${task}:${slot}`;
  return {
    keyOf,
    list(task) {
      const all = keysOf(storage).flatMap((key) => {
        if (!key.startsWith(prefix)) return [];
        const [ofTask, slot] = split(key.slice(prefix.length));
        return read({ task: ofTask, slot }, storage?.getItem(key) ?? null) ?? [];
      });
      return all
        .filter((one) => task === undefined || one.task === task)
        .sort((a, b) => b.at - a.at);
    },
    keep(typed) {
      const { text, at, request } = typed;
      try {
        storage?.setItem(keyOf(typed), JSON.stringify({ text, at, request }));
        return storage !== null;
      } catch {
        // Full, or forbidden since the page was opened.
        return false;
      }
    },
    forget(of) {
      storage?.removeItem(keyOf(of));
    },
  };
}

/**
 * Gives one student the texts of another: of whoever wrote in this tab until their session ended, and came back under
 * another name. Of those who left, nothing is there any more.
 */
export function handOver(storage: TextStorage | null, from: string, to: string): void {
  const [before, after] = [createTypedTexts(storage, from), createTypedTexts(storage, to)];
  for (const text of before.list()) if (after.keep(text)) before.forget(text);
}

function keysOf(storage: TextStorage | null): readonly string[] {
  return Array.from({ length: storage?.length ?? 0 }, (_, at) => storage?.key(at) ?? '');
}

/** The task, whose id may hold a colon, and the slot. */
function split(name: string): readonly [string, string] {
  const cut = name.lastIndexOf(':');
  return [name.slice(0, Math.max(cut, 0)), name.slice(cut + 1)];
}

/** A stored text; `null` for one that an older page, or somebody else, wrote in another form. */
function read(slot: Slot, value: string | null): TypedText | null {
  if (value === null) return null;
  try {
    const { text, at, request } = JSON.parse(value) as Partial<TypedText>;
    if (typeof text !== 'string' || typeof at !== 'number') return null;
    return { ...slot, text, at, request: request ?? null };
  } catch {
    return null;
  }
}
