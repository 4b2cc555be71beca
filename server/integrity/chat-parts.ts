import type { Span } from '../documents/document.ts';
import { foldAccents } from '../language/tokenize.ts';

const opens =
  /^\W{0,6}(?:parfait|bien sur|avec plaisir|absolument|tres bien|d'accord|super|sure|certainly|of course|great|absolutely)(?!\p{L})[\s\S]{0,300}(?:voici|voila|ci-dessous|here (?:is|are|'s)|below)/u;
const closes =
  /^\W{0,6}(?:veux-tu|voulez-vous|souhaites-tu|souhaitez-vous|tu veux que je|would you like|do you want me|shall i|let me know if)/u;
/** Longest paragraph that is taken for a chatbot's, in UTF-16 code units. */
const longest = 500;

/**
 * What a chatbot said around a text that was pasted from its window: the paragraph that presents it, and the one that
 * offers more. They are neither course nor work set, and nobody should be quoted a "Parfait, voici…".
 */
export function chatParts(text: string): readonly Span[] {
  const paragraphs = [...text.matchAll(/(?:^|\n[ \t]*\n)[ \t]*(\S[\s\S]*?)(?=\n[ \t]*\n|\s*$)/g)];
  const first = paragraphs[0];
  const last = paragraphs.at(-1);
  if (!first || !last || first === last) return [];
  return [...chatPart(first, opens), ...chatPart(last, closes)];
}

/** A paragraph that says what a chatbot says there; none otherwise. */
function chatPart({ 0: whole, 1: words = '', index }: RegExpExecArray, said: RegExp): Span[] {
  const folded = fold(words);
  if (folded.length > longest || !said.test(folded)) return [];
  const start = index + whole.length - words.length;
  return [{ start, end: start + words.length }];
}

const fold = (words: string): string => foldAccents(words.toLowerCase().replace(/’/g, "'"));
