import type { Stems } from './candidates.ts';

/** What a statement is about by its own layout: the term before a colon or a dash, or a row's first cell. */
export type StatementHead = {
  /** The names that it gives: "MLOps / Platform" gives two. Never empty. */
  readonly aliases: readonly Stems[];
  /** What is said of it. */
  readonly tail: Stems;
};

const beforeMark = /^([^:–—]{2,60}?)\s*(?::|\s[–—])\s*(?=\S)/u;
/** Words that a head has at most; more are a clause. */
const mostWords = 7;
/** In brackets, an acronym or one small word is another name; anything else is a remark. */
const inBrackets = /\s*\(([^)]*)\)/gu;
const otherName = /^(?:\p{Lu}{2,6}|\p{Ll}{3,})$/u;
const between = /\s*\/\s*|\s+(?:ou|or)\s+|,\s*/u;

/**
 * Reads the head of a statement.
 * @param stems reads a text as the statement's language has it
 * @returns `null` when the statement has none, or nothing behind it
 */
export function readHead(
  { shown, cells }: { readonly shown: string; readonly cells: readonly string[] },
  stems: (text: string) => Stems,
): StatementHead | null {
  const marked = cells.length > 0 ? null : beforeMark.exec(shown);
  const head = cells.length > 1 ? cells[0]! : (marked?.[1] ?? '');
  if (head === '' || head.split(/\s+/).length > mostWords) return null;
  const tail = cells.length > 1 ? cells.slice(1).join(' ') : shown.slice(marked![0].length);
  const bracketed = [...head.matchAll(inBrackets)].map(([, inside]) => inside!);
  const bare = head.replace(inBrackets, '');
  const names = [bare, ...bare.split(between), ...bracketed.filter((one) => otherName.test(one))];
  const aliases = [...new Set(names)].map(stems).filter(({ list }) => list.length > 0);
  return aliases.length === 0 ? null : { aliases, tail: stems(tail) };
}
