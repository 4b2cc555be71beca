import type { Root } from './concept-root.ts';
import type { Concept } from './parse-concepts.ts';
import { wordTokens, type WordToken } from './word-tokens.ts';

/** Where a text names a concept. */
export type ConceptSpan = {
  readonly concept: string;
  /** Offsets in UTF-16 code units of the text given. */
  readonly start: number;
  readonly end: number;
};

type Entry = { readonly concept: string; readonly root: Root };

/**
 * Makes a search for concepts in a text, by a table of first words: the time grows with the text, not with the lexicon.
 *
 * Of overlapping finds a longer one hides those inside it ("tableau de bord" is no "tableau"); equal ones all count.
 */
export function createConceptFinder(
  concepts: readonly Concept[],
): (text: string) => readonly ConceptSpan[] {
  const beginnings = new Map<string, Entry[]>();
  const capitals = new Map<string, string[]>();
  for (const { id: concept, roots } of concepts) {
    for (const root of roots) {
      const key = root.words[0]!.text;
      if (root.capitals) append(capitals, key, concept);
      else append(beginnings, key, { concept, root });
    }
  }
  // Without it a word of a whole page would be looked up by each of its beginnings.
  const longest = Math.max(0, ...[...beginnings.keys()].map(({ length }) => length));

  // Plain loops: this is the innermost work of the guard, at every turn and for every wording of an exam.
  const addSpansAt = (words: readonly WordToken[], index: number, found: ConceptSpan[]): void => {
    const { start, forms } = words[index]!;
    for (const form of forms) {
      const end = Math.min(form.length, longest);
      for (let length = 1; length <= end; length += 1) {
        const entries = beginnings.get(form.slice(0, length));
        if (!entries) continue;
        for (const { concept, root } of entries) {
          if (!meetsAll(words, index, root.words)) continue;
          found.push({ concept, start, end: words[index + root.words.length - 1]!.end });
        }
      }
    }
  };

  return (text) => {
    const tokens = wordTokens(text);
    const words = tokens.filter(({ light }) => !light);
    const spans: ConceptSpan[] = [];
    for (let index = 0; index < words.length; index += 1) addSpansAt(words, index, spans);
    tokens.forEach(({ raw, start, end }, index) => {
      if (!capitals.has(raw) || isShouted(tokens, index)) return;
      for (const concept of capitals.get(raw)!) spans.push({ concept, start, end });
    });
    return longestSpans(spans);
  };
}

function append<T>(lists: Map<string, T[]>, key: string, item: T): void {
  const known = lists.get(key);
  if (known) known.push(item);
  else lists.set(key, [item]);
}

type RootWord = Root['words'][number];

/** Whether the words of a root stand at `index` and after. */
function meetsAll(
  tokens: readonly WordToken[],
  index: number,
  words: readonly RootWord[],
): boolean {
  for (let offset = 0; offset < words.length; offset += 1) {
    if (!meets(tokens[index + offset], words[offset]!, offset > 0)) return false;
  }
  return true;
}

function meets(token: WordToken | undefined, { text, whole }: RootWord, inside: boolean): boolean {
  if (token === undefined || (inside && token.opens)) return false;
  for (const form of token.forms) {
    if (whole ? form === text : form.startsWith(text)) return true;
  }
  return false;
}

/** In a line of capitals "DE" is the French word: a neighbour of four capitals or more says so. */
function isShouted(tokens: readonly WordToken[], index: number): boolean {
  return [tokens[index - 1], tokens[index + 1]].some(
    (neighbour) => neighbour !== undefined && /^\p{Lu}{4,}$/u.test(neighbour.raw),
  );
}

/** Drops finds that lie inside a longer one, and repetitions; one pass over the sorted finds. */
function longestSpans(spans: readonly ConceptSpan[]): readonly ConceptSpan[] {
  const sorted = [...spans].sort((a, b) => a.start - b.start || b.end - a.end);
  const kept = new Map<string, ConceptSpan>();
  let cover = { start: -1, end: -1 };
  for (const span of sorted) {
    if (span.end > cover.end) cover = span;
    if (span.start !== cover.start || span.end !== cover.end) continue;
    kept.set(`${span.concept} ${span.start}`, span);
  }
  return [...kept.values()];
}
