import type { RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';

/** A run of whole blocks; the offsets of its nodes count from `base`. */
export type MarkdownSegment = { readonly base: number; readonly nodes: readonly RootContent[] };

/**
 * Inline marks are not parsed: blocks need none, and the parser's time on hostile ones is quadratic (minutes for 1 MB).
 * Definitions stay paragraphs so that nothing a reader sees is lost; indented text is text, as teachers' files mean it.
 */
const disabled = [
  'attention',
  'autolink',
  'characterEscape',
  'characterReference',
  'codeIndented',
  'codeText',
  'definition',
  'hardBreakEscape',
  'htmlText',
  'labelEnd',
  'labelStartImage',
  'labelStartLink',
  'emailAutolink',
  'protocolAutolink',
  'wwwAutolink',
  'strikethrough',
  'gfmFootnoteCall',
  'gfmFootnoteDefinition',
  'gfmPotentialFootnoteCall',
];
const extensions = [gfm(), { disable: { null: disabled } }];
/** Without the one that looks for addresses in the finished tree. */
const mdastExtensions = gfmFromMarkdown().filter(({ transforms }) => transforms === undefined);

/** The parser slows down with the square of a text's blocks: longer texts are cut where a block surely begins. */
const segmentLength = 4_000;
/** Past this even a list, a table or a paragraph is cut, between two lines. */
const longSegment = 20_000;
/** Nesting that is parsed; deeper marks are text. The parser recurses, and would overflow the stack. */
const deepMarks = /^(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))){12}/;
const deepIndent = /^[ \t]{48}(?=[ \t]*\S)/;

const fenceLine = /^(?:[ \t>]|[-*+][ \t]|\d{1,9}[.)][ \t])*(`{3,}(?=[^`]*$)|~{3,})(.*)$/;
const rawHtml = /^ {0,3}<(?:!--|pre|script|style|textarea)/i;
const rawHtmlEnd = /-->|<\/(?:pre|script|style|textarea)>/i;

/**
 * Parses the blocks of a Markdown text (CommonMark with tables and task lists), in time linear in its length.
 *
 * Every offset is exact: the parser sees a copy in which characters were only ever replaced one for one.
 * A fence without a language that is never closed is taken for a stray mark, not for the start of code.
 */
export function parseMarkdown(text: string): MarkdownSegment[] {
  const lines = text.split('\n');
  const cuts = findCuts(lines);
  const masked = lines.map(maskDepth).join('\n').replaceAll('\ufeff', 'x');
  return cuts.map((base, index) => {
    const segment = masked.slice(base, cuts[index + 1]);
    return { base, nodes: fromMarkdown(segment, { extensions, mdastExtensions }).children };
  });
}

/** Offsets at which a segment begins; blanks out stray fences in `lines` on the way. */
function findCuts(lines: string[]): number[] {
  const cuts = [0];
  let offset = 0;
  let fence: { readonly mark: string; readonly line: number; readonly isBare: boolean } | undefined;
  let inHtml = false;
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index]!;
    const open = fence !== undefined || inHtml;
    if (!open && mayCut(line, lines[index - 1], offset - cuts.at(-1)!)) cuts.push(offset);
    if (inHtml) inHtml = !rawHtmlEnd.test(line);
    else if (fence === undefined && rawHtml.test(line)) inHtml = !rawHtmlEnd.test(line);
    else {
      const [, mark, info = ''] = fenceLine.exec(line) ?? [];
      const isBare = info.trim() === '';
      if (fence === undefined && mark !== undefined) fence = { mark, line: index, isBare };
      else if (fence !== undefined && mark?.startsWith(fence.mark) && isBare) fence = undefined;
    }
    offset += line.length + 1;
    if (index === lines.length - 1 && fence?.isBare) {
      lines[fence.line] = ' '.repeat(lines[fence.line]!.length);
      return findCuts(lines);
    }
  }
  return cuts;
}

/** Whether a block surely begins on a line: a heading, or unindented words after a blank line. */
function mayCut(line: string, previous: string | undefined, length: number): boolean {
  if (length < segmentLength || previous === undefined) return false;
  if (/^#{1,6}[ \t]/.test(line)) return true;
  if (previous.trim() === '') return /^(?:\p{L}|\*\*)/u.test(line);
  return length > longSegment && /^\S/.test(line);
}

function maskDepth(line: string): string {
  const prefix = deepMarks.exec(line) ?? deepIndent.exec(line);
  if (prefix === null) return line;
  const length = prefix[0].length;
  return (
    line.slice(0, length) +
    line.slice(length).replace(/^[\s>*+\-\d.)]+/, (marks) => 'x'.repeat(marks.length))
  );
}
