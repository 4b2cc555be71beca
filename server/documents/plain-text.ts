import { plainInline } from './plain-inline.ts';

/** Marks at the start of a line: quotation, heading, bullet or number, task box. */
const leadingMarks =
  /^[ \t]*(?:>[ \t]*)*(?:#{1,6}(?:[ \t]+|$)|(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?)?/;
const fence = /^[ \t>]*(`{3,}|~{3,})[^`]*$/;
const rule = /^[ \t]*(?:-[ \t]*){3,}$|^[ \t]*(?:\*[ \t]*){3,}$|^[ \t]*(?:_[ \t]*){3,}$/;

/**
 * Removes Markdown's marks for display: emphasis, code marks, links (their text stays), escapes, and the marks that open
 * a line. Line breaks stay, the ends are trimmed, and the content of code is kept to the letter.
 *
 * Meant for spans cut out of a document, so a `**` whose partner lies outside the span is removed too. Linear time.
 */
export function plainText(markdown: string): string {
  const output: string[] = [];
  let paragraph: string[] = [];
  let openFence: string | undefined;
  const flush = () => {
    if (paragraph.length > 0) output.push(plainInline(paragraph.join('\n')));
    paragraph = [];
  };
  for (const line of markdown.split('\n')) {
    const mark = fence.exec(line)?.[1];
    if (openFence !== undefined) {
      if (mark?.startsWith(openFence)) openFence = undefined;
      else output.push(line);
    } else if (mark !== undefined) {
      flush();
      openFence = mark;
    } else if (line.trim() === '' || rule.test(line)) {
      flush();
      output.push('');
    } else {
      paragraph.push(withoutLeadingMarks(line));
    }
  }
  flush();
  return output.join('\n').trim();
}

function withoutLeadingMarks(line: string): string {
  const marks = leadingMarks.exec(line)?.[0] ?? '';
  const rest = line.slice(marks.length);
  return marks.includes('#') ? withoutClosingHashes(rest) : rest;
}

/** `## Title ##` closes with hashes that a space sets apart (`## C#` does not). */
function withoutClosingHashes(heading: string): string {
  const trimmed = heading.trimEnd();
  let end = trimmed.length;
  while (trimmed[end - 1] === '#') end -= 1;
  return end < trimmed.length && /\s/.test(trimmed[end - 1] ?? ' ')
    ? trimmed.slice(0, end).trimEnd()
    : heading;
}
