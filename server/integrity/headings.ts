import type { Span } from '../documents/document.ts';

/** A line that heads a part of a text. */
export type Heading = { readonly start: number; readonly level: number; readonly heading: string };

/** A line in bold alone stands as a heading below all others. */
export const boldLevel = 7;

/** Where the words of the heading that begins at `start` stand, without the marks and signs around them. */
export function headingSpan(text: string, start: number): Span {
  const [line = ''] = text.slice(start).split('\n', 1);
  const marks = /^\s*(?:#{1,6}(?:[ \t]+|$))?(?:(?:[^\p{L}\p{N}\s*_>|+#-]+\s*)?(?:\*\*|__))?/u.exec(
    line,
  )![0].length;
  const words = line
    .trimEnd()
    .replace(/(?:\s?:|[ \t]#+|\*\*|__)+$/, '')
    .trimEnd().length;
  return { start: start + marks, end: start + Math.max(marks, words) };
}

/** The headings of a Markdown text; a `#` inside a code fence is a comment, not a heading. */
export function headingsOf(text: string): readonly Heading[] {
  const headings: Heading[] = [];
  const bareFences = [...text.matchAll(/^ {0,3}(`{3,}|~{3,})[ \t\r]*$/gm)];
  /** A fence that is never closed would hide every heading after it: it is none. */
  const closes = (from: number, mark: string): boolean =>
    mark !== '' && (bareFences.findLast(([, other]) => other!.startsWith(mark))?.index ?? 0) > from;
  let fence = '';
  let before = { start: 0, line: '' };
  for (const { 0: whole, index: start } of text.matchAll(/[^\n]*(?:\n|$)/g)) {
    const line = whole.trimEnd();
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1] ?? '';
    if (fence !== '') {
      if (mark.startsWith(fence) && line.trim() === mark) fence = '';
      continue;
    }
    fence = closes(start, mark) ? mark : '';
    const atx = /^ {0,3}(#{1,6})(?:[ \t]+(.*))?$/.exec(line);
    const bold = /^\s*(?:[^\p{L}\p{N}\s*_>|+-]+\s*)?(\*\*|__)(?!\s)([^*_]+)\1\s*:?$/u.exec(line);
    const underline = /^ {0,3}(=+|-{2,})$/.exec(line)?.[1];
    if (atx) headings.push(named(start, atx[1]!.length, atx[2] ?? ''));
    else if (bold) headings.push(named(start, boldLevel, bold[2]!));
    else if (underline && /^ {0,3}[^\s#>|*+-]/.test(before.line)) {
      headings.push(named(before.start, underline.startsWith('=') ? 1 : 2, before.line));
    }
    before = { start, line };
  }
  return headings;
}

const named = (start: number, level: number, heading: string): Heading => ({
  ...{ start, level },
  heading: heading.replace(/[*_`]/g, '').trim(),
});
