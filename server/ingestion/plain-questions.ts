/** A questions file as it stands, before it is checked. */
export type PlainQuestions = {
  readonly document: string;
  readonly questions: readonly { readonly ask: PlainList; readonly quote: PlainList }[];
};

/** What a list holds, with its line in the file and those of its items, from 1. */
export type PlainList = {
  readonly line: number;
  readonly items: readonly { readonly value: unknown; readonly line: number }[];
};

/**
 * Reads the plain form of a questions file: lists of double-quoted texts, in brackets or one to a line; `null` for any
 * other form, which is YAML all the same. Nearly every file is plain, and the start of the program would wait a second
 * for the YAML of two thousand entries.
 */
export function readPlainQuestions(source: string): PlainQuestions | null {
  let document: string | null = null;
  let listed = false;
  const lists: { key: 'ask' | 'quote'; line: number; items: PlainList['items'][number][] }[] = [];
  for (const [at, text] of source.split('\n').entries()) {
    const line = at + 1;
    if (/^\s*(?:#.*)?$/s.test(text)) continue;
    const name = /^document: ([a-z0-9-]+)\s*$/.exec(text)?.[1];
    const [, asked, quoted, inline] =
      /^(?: {2}- (ask)| {4}(quote)):(?: (\[.*\]))?\s*$/s.exec(text) ?? [];
    const item = /^ {6}- (".*")\s*$/s.exec(text)?.[1];
    const key = (asked ?? quoted) as 'ask' | 'quote' | undefined;
    if (name !== undefined && document === null) document = name;
    else if (/^questions:\s*$/.test(text) && !listed) listed = true;
    else if (key && listed) {
      const values = inline === undefined ? [] : parseJson(inline);
      if (!Array.isArray(values)) return null;
      lists.push({ key, line, items: values.map((value: unknown) => ({ value, line })) });
    } else if (item !== undefined && lists.length > 0) {
      const value = parseJson(item);
      if (value === undefined) return null;
      lists.at(-1)!.items.push({ value, line });
    } else return null;
  }
  return document === null ? null : inPairs(document, lists);
}

/** Each `ask` with the `quote` after it; `null` where they do not alternate or a list is empty. */
function inPairs(
  document: string,
  lists: readonly (PlainList & { readonly key: string })[],
): PlainQuestions | null {
  const alternate = lists.every(({ key, items }, at) => {
    return items.length > 0 && key === (at % 2 === 0 ? 'ask' : 'quote');
  });
  if (!alternate || lists.length === 0 || lists.length % 2 === 1) return null;
  const questions = lists.flatMap((ask, at) =>
    at % 2 === 0 ? [{ ask, quote: lists[at + 1]! }] : [],
  );
  return { document, questions };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
