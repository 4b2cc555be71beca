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
      if (root.capitals) capitals.set(key, [...(capitals.get(key) ?? []), concept]);
      else beginnings.set(key, [...(beginnings.get(key) ?? []), { concept, root }]);
    }
  }
  // Without it a word of a whole page would be looked up by each of its beginnings.
  const longest = Math.max(0, ...[...beginnings.keys()].map(({ length }) => length));

  const spansAt = (words: readonly WordToken[], index: number): ConceptSpan[] => {
    const found: ConceptSpan[] = [];
    const { start, forms } = words[index]!;
    for (const form of forms) {
      for (let length = 1; length <= Math.min(form.length, longest); length += 1) {
        for (const { concept, root } of beginnings.get(form.slice(0, length)) ?? []) {
          const here = (word: RootWord, offset: number) =>
            meets(words[index + offset], word, offset > 0);
          if (root.words.every(here)) {
            found.push({ concept, start, end: words[index + root.words.length - 1]!.end });
          }
        }
      }
    }
    return found;
  };

  return (text) => {
    const tokens = wordTokens(text);
    const words = tokens.filter(({ light }) => !light);
    const spans = words.flatMap((_, index) => spansAt(words, index));
    tokens.forEach(({ raw, start, end }, index) => {
      if (!capitals.has(raw) || isShouted(tokens, index)) return;
      for (const concept of capitals.get(raw)!) spans.push({ concept, start, end });
    });
    return longestSpans(spans);
  };
}

type RootWord = Root['words'][number];

function meets(token: WordToken | undefined, word: RootWord, inside: boolean): boolean {
  return (
    token !== undefined &&
    !(inside && token.opens) &&
    token.forms.some((form) => (word.whole ? form === word.text : form.startsWith(word.text)))
  );
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
