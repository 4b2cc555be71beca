import type { Messages } from '../i18n/messages.ts';
import { placePath } from '../sources/place-label.ts';
import type { AnswerState } from './answer-state.ts';

/** An answer as plain text, to be pasted elsewhere: with its markers, its sources, and what it must not be taken for. */
export function answerAsText(answer: AnswerState, { ask, common, sources }: Messages): string {
  const cited = (answer.citations ?? []).toSorted((a, b) => a.marker - b.marker);
  const lines = cited.map(
    (citation) =>
      `[${citation.marker}] ${placePath(citation)}, ${sources.line(citation.line)}${ask.colon}${ask.quoted(citation.plain)}`,
  );
  const parts = [answer.text.trim(), ...(lines.length > 0 ? [ask.sourcesTitle, ...lines] : [])];
  const [text = '', ...rest] = parts;
  return [text, rest.join('\n'), common.notice].filter((part) => part !== '').join('\n\n');
}
