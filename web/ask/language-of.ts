import type { AnswerState } from './answer-state.ts';
import type { Run } from './parse-answer.ts';

/**
 * The language of a paragraph or list item that only repeats the course's own words, where that is not the answer's:
 * the offline model quotes a French course to an English question. `undefined` where the answer's language holds.
 */
export function languageOf(runs: readonly Run[], answer: AnswerState): string | undefined {
  if (answer.status !== 'done') return undefined;
  const said = plainWords(runs.map(({ kind, text }) => (kind === 'marker' ? '' : text)).join(''));
  if (said === '') return undefined;
  const markers = new Set(runs.map(({ kind, text }) => (kind === 'marker' ? Number(text) : 0)));
  const quoted = answer.citations?.find(
    ({ marker, plain, language }) =>
      markers.has(marker) && language !== answer.language && isSame(said, plainWords(plain)),
  );
  return quoted?.language;
}

/** A quotation may be longer than what is said of it, or lack a word or two that lead in. */
const isSame = (said: string, quoted: string): boolean =>
  quoted.includes(said) || (said.includes(quoted) && quoted.length > said.length * 0.6);

const plainWords = (text: string): string =>
  (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');
