import type { Span } from '../documents/document.ts';
import { type Statement, splitStatements } from '../documents/split-statements.ts';
import type { Steps } from '../retrieval/run-in-slices.ts';
import { type Token, tokensOf } from './token.ts';

/** A sentence, list item, table row or piece of code of a draft: what is judged and can be quoted. */
export type DraftUnit = Span & {
  readonly kind: Statement['kind'];
  readonly tokens: readonly Token[];
  /** The words above it that say what it is about: headings, the line that announces it, its own label, its table's header. */
  readonly context: readonly (readonly Token[])[];
};

/** Longest piece that is parsed at once, in UTF-16 code units: more would hold other requests up. */
const pieceLength = 3_000;
/** Most words of a line that may be a heading written without a mark. */
const headingWords = 9;
/** Most words of a label before a colon; more make a sentence. */
const labelWords = 6;
const label = /^[\s>*_#-]{0,6}([^\n:.!?|]{2,70}?)[*_]{0,2}\s?:(?=\s|\*)/u;
const bareHeading = /^(?:\s*(?:\d{1,2}|[IVX]{1,4}|[A-Ha-h])\s?[.)°-]\s*)?([^\n.!?]{2,80})$/u;
const numbered = /^\s*(?:\d{1,2}|[IVX]{1,4}|[A-H])\s?[.)°-]\s/u;

/** Cuts a draft into its units, in order. */
export function* draftUnits(text: string): Steps<readonly DraftUnit[]> {
  const units: DraftUnit[] = [];
  let headings: readonly string[] = [];
  let plain: string | null = null;
  for (const piece of pieces(text)) {
    const source = text.slice(piece.start, piece.end);
    /** The label of this line, which holds for the sentences after it. */
    let running: string | null = null;
    let runningEnd = 0;
    for (const statement of splitStatements(source)) {
      const above: readonly string[] =
        statement.headings.length > 0 ? statement.headings : headings;
      if (above.join('\n') !== headings.join('\n')) plain = null;
      headings = above;
      const parts = partsOf(statement, source);
      for (const [index, part] of parts.entries()) {
        const words = source.slice(part.start, part.end);
        const isTitle = units.length === 0 && plain === null && part.start < 3;
        if (isHeadingLine(words, statement, source, part) && !isTitle) {
          plain = words;
          continue;
        }
        const leadIn =
          statement.leadIn && source.slice(statement.leadIn.start, statement.leadIn.end);
        const first = index > 0 ? source.slice(parts[0]!.start, parts[0]!.end) : '';
        const own = labelOf(words);
        // A paragraph that says itself what it is about ends what a line before it announced.
        if (own !== null && statement.kind === 'sentence') plain = null;
        running = own ?? (source.slice(runningEnd, part.start).includes('\n') ? null : running);
        runningEnd = part.end;
        const context = [
          ...headings,
          plain,
          leadIn,
          running,
          labelOf(first) ?? (first.length < 60 ? first : null),
        ].filter((one): one is string => typeof one === 'string' && one !== '');
        units.push({
          kind: statement.kind,
          start: piece.start + part.start,
          end: piece.start + part.end,
          tokens: tokensOf(text, { start: piece.start + part.start, end: piece.start + part.end }),
          context: context.map((one) => tokensOf(one, { start: 0, end: one.length })),
        });
      }
      yield;
    }
    yield;
  }
  return units;
}

/** The few words before a colon that say what a unit is about. */
function labelOf(words: string): string | null {
  const found = label.exec(words)?.[1] ?? null;
  return found !== null && found.trim().split(/\s+/).length <= labelWords ? found : null;
}

/** Longest unit, in UTF-16 code units: a sentence that goes on for longer was a list without marks. */
const longestUnit = 400;

function partsOf(statement: Statement, source: string): readonly Span[] {
  const { start, end, kind, sentences } = statement;
  const spans = sentences ?? [{ start, end }];
  if (kind === 'row' || kind === 'code') return spans;
  return spans.flatMap((span) =>
    span.end - span.start > longestUnit ? cutLong(source, span) : [span],
  );
}

/** Lines, and where a line is as long as a paragraph, pieces of it cut at spaces. */
function cutLong(source: string, { start, end }: Span): readonly Span[] {
  const cut: Span[] = [];
  for (const { 0: line, index } of source.slice(start, end).matchAll(/[^\n]+/g)) {
    for (const { 0: piece, index: within } of line.matchAll(/\S[^]{0,900}(?=\s|$)|\S{901}/g)) {
      const from = start + index + within;
      if (piece.trim() !== '') cut.push({ start: from, end: from + piece.trimEnd().length });
    }
  }
  return cut;
}

/** A short line alone that ends in a colon, is numbered, or is bold: it says what follows is about. */
function isHeadingLine(
  words: string,
  { kind, headingOnly }: Statement,
  source: string,
  part: Span,
): boolean {
  if (kind === 'row' || kind === 'code') return false;
  if (headingOnly) return true;
  const line = words.trim();
  const count = line.split(/\s+/).length;
  if (count > headingWords || !bareHeading.test(line)) return false;
  const startsLine = /(?:^|\n)[^\p{L}\p{N}\n]*(?:\d{1,2}\s?[.)]\s*)?[^\p{L}\p{N}\n]*$/u.test(
    source.slice(Math.max(0, part.start - 12), part.start),
  );
  const endsLine = /^[^\S\n]*(?:\n|$)/.test(source.slice(part.end, part.end + 4));
  if (!startsLine || !endsLine) return false;
  if (/[:：]$/.test(line)) return true;
  const isNumbered =
    numbered.test(line) ||
    /\d{1,2}\s?[.)]\s*[*_]*$/.test(source.slice(Math.max(0, part.start - 6), part.start));
  const upper = line === line.toUpperCase() && /\p{L}{3}/u.test(line);
  if ((isNumbered && count <= 7 && !/,/.test(line)) || upper) return true;
  return announces(line, count, source.slice(part.end));
}

/** A few words with a capital, no stop and no figure, above a list or a line of prose: a title. */
function announces(line: string, count: number, after: string): boolean {
  if (count > 5 || !/^\p{Lu}[^,;\d]*$/u.test(line)) return false;
  const next = /\S[^\n]*/.exec(after)?.[0] ?? '';
  return /^(?:[-*•–|]|\d{1,2}[.)])\s?/u.test(next) || next.split(/\s+/).length >= 9;
}

/** Where to cut a line as long as a draft: after a sentence, or at least between words. */
function cutsOfLine(line: string): readonly number[] {
  const cuts: number[] = [];
  let from = 0;
  while (line.length - from > 2 * pieceLength) {
    const ahead = line.slice(from + pieceLength, from + 2 * pieceLength);
    const end = /[.!?]\s/.exec(ahead) ?? /\s/.exec(ahead);
    from += pieceLength + (end ? end.index + end[0].length : pieceLength);
    cuts.push(from);
  }
  return cuts;
}

/** Pieces that end at a blank line before a heading or a paragraph; offsets of the draft. */
function pieces(text: string): readonly Span[] {
  const cuts: number[] = [];
  let last = 0;
  let fence = false;
  for (const { 0: line, index } of text.matchAll(/[^\n]*\n|[^\n]+$/g)) {
    if (/^ {0,3}(?:```|~~~)/.test(line)) fence = !fence;
    const at = index + line.length;
    const blank = line.trim() === '';
    if (line.length > 2 * pieceLength) {
      for (const cut of cutsOfLine(line)) cuts.push(index + cut);
      last = cuts.at(-1) ?? last;
    }
    if (at - last < pieceLength) continue;
    if (
      (blank && !fence && /^(?![ \t])/.test(text.slice(at, at + 1))) ||
      at - last > 2 * pieceLength
    ) {
      cuts.push(at);
      last = at;
    }
  }
  return [0, ...cuts]
    .map((start, index) => ({ start, end: cuts[index] ?? text.length }))
    .filter(({ start, end }) => end > start);
}
