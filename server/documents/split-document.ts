import { cutAtSpaces } from './cut-at-spaces.ts';
import type { Chunk, Document, Span } from './document.ts';
import { headingText } from './heading-text.ts';
import { isLeadIn } from './is-lead-in.ts';
import { packParts, type Part } from './pack-parts.ts';
import { type Block, parseBlocks } from './parse-blocks.ts';
import { splitParagraph } from './split-paragraph.ts';
import { trimSpan } from './trim-span.ts';

/** A block with everything up to the next one: marks, fences, the line under a table's header. */
type Piece = Span & { readonly block: Block };

type Section = { readonly headings: readonly string[]; readonly pieces: Piece[] };

/**
 * Splits a document into chunks along its structure: one chunk never spans two headings, except that a heading without
 * text of its own goes with the first one below it.
 *
 * Lists with their lead-in, tables and code stay whole up to 1.6 times the target; longer ones are cut between items, rows
 * or lines, and text between sentences. The first chunk of a section begins with its heading line, so that a heading can be
 * quoted. Chunks do not overlap, and every character but white space and horizontal rules is in exactly one of them.
 * @param targetLength of a chunk, in UTF-16 code units
 */
export function splitDocument(
  document: Document,
  { targetLength = 900 }: { readonly targetLength?: number } = {},
): Chunk[] {
  const { text, id } = document;
  return joinBareHeadings(toSections(document)).flatMap(({ headings, pieces }) =>
    packParts(toParts(text, pieces, targetLength), targetLength).map(({ start, end }) => ({
      id: `${id}#${start}-${end}`,
      documentId: id,
      headings,
      start,
      end,
      text: text.slice(start, end),
    })),
  );
}

/** Groups a document's pieces by heading; the document's own title is left out of the paths. */
function toSections({ text, title }: Document): Section[] {
  const sections: Section[] = [];
  const pieces = toPieces(text, parseBlocks(text));
  const first = pieces.find(({ block }) => block.kind === 'heading')?.block;
  const hasTitle = first !== undefined && sameWords(first.headings[0] ?? '', title);
  for (const piece of pieces) {
    const { headings, kind } = piece.block;
    if (kind === 'heading' || sections.length === 0) {
      const isBelowTitle = hasTitle && headings[0] === first.headings[0];
      sections.push({ headings: isBelowTitle ? headings.slice(1) : headings, pieces: [] });
    }
    sections.at(-1)!.pieces.push(piece);
  }
  return sections;
}

/** Blocks as pieces that leave out nothing but horizontal rules. */
function toPieces(text: string, blocks: readonly Block[]): Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const [index, block] of blocks.entries()) {
    const next = blocks[index + 1]?.outerStart ?? text.length;
    if (block.kind === 'rule') {
      pieces.push(...strayPiece(text, { start: end, end: block.start }, block));
      end = block.end;
    } else {
      pieces.push({ ...trimSpan(text, { start: end, end: next }), block });
      end = next;
    }
  }
  return [...pieces, ...strayPiece(text, { start: end, end: text.length }, blocks.at(-1))];
}

/** Marks that open no block, such as an empty item or a stray fence, where no block before can take them in. */
function strayPiece(text: string, around: Span, near: Block | undefined): Piece[] {
  const span = trimSpan(text, around);
  if (span.end === span.start) return [];
  const headings = near?.headings ?? [];
  const block: Block = { ...span, kind: 'paragraph', outerStart: span.start, depth: 0, headings };
  return [{ ...span, block }];
}

/** Joins a section that is only a heading with the section below it. */
function joinBareHeadings(sections: readonly Section[]): Section[] {
  const joined: Section[] = [];
  let bare: Piece[] = [];
  for (const [index, section] of sections.entries()) {
    const heading = section.pieces[0]!.block;
    const next = sections[index + 1]?.pieces[0]!.block;
    const pieces = [...bare, ...section.pieces];
    const isBare = section.pieces.length === 1 && heading.kind === 'heading';
    if (isBare && next !== undefined && next.depth > heading.depth) bare = pieces;
    else {
      joined.push({ headings: section.headings, pieces });
      bare = [];
    }
  }
  return joined;
}

/** What a section's chunks are packed from: paragraphs, code, whole lists and tables, each divided only where it must be. */
function toParts(text: string, pieces: readonly Piece[], target: number): Part[] {
  let group: number | undefined;
  const groups = gather(pieces, ({ block }) => {
    if (block.parent !== undefined) return true;
    const previous = group;
    group = block.list ?? block.table;
    return group !== undefined && group === previous;
  });
  const toLeaf = (piece: Piece) => leaf(text, piece, target);
  const toItem = (inner: Piece[]) => whole(inner, toLeaf, () => inner.map(toLeaf));
  return groups.map((inner) =>
    whole(inner, toLeaf, () =>
      gather(inner, ({ block }) => block.parent !== undefined).map(toItem),
    ),
  );
}

/** Groups neighbours: a piece joins the group before it when `joins` says so. */
function gather(pieces: readonly Piece[], joins: (piece: Piece) => boolean): Piece[][] {
  const groups: Piece[][] = [];
  for (const piece of pieces) {
    if (joins(piece) && groups.length > 0) groups.at(-1)!.push(piece);
    else groups.push([piece]);
  }
  return groups;
}

function whole(pieces: Piece[], toLeaf: (piece: Piece) => Part, divide: () => Part[]): Part {
  const first = pieces[0]!;
  if (pieces.length === 1) return toLeaf(first);
  return { start: first.start, end: pieces.at(-1)!.end, divide };
}

function leaf(text: string, { start, end, block }: Piece, target: number): Part {
  const span = { start, end };
  const words = text.slice(block.start, block.end);
  const isSticky = block.kind === 'heading' || block.kind === 'header-row' || isLeadIn(words);
  const divide = () => (block.kind === 'code' ? lines(text, span) : sentences(text, span, target));
  return { ...span, isSticky, divide };
}

function lines(text: string, { start, end }: Span): Part[] {
  const source = text.slice(start, end);
  return [...source.matchAll(/[^\n]*\S[^\n]*/g)].map(({ index, 0: line }) =>
    trimSpan(text, { start: start + index, end: start + index + line.length }),
  );
}

/** Sentences; one that is longer than twice the target is cut at spaces. */
function sentences(text: string, span: Span, target: number): Part[] {
  return splitParagraph(text, span).flatMap((sentence) =>
    sentence.end - sentence.start > 2 * target ? cutAtSpaces(text, sentence, target) : [sentence],
  );
}

function sameWords(one: string, other: string): boolean {
  const words = (heading: string) =>
    headingText(heading).normalize('NFKC').replaceAll('’', "'").toLowerCase();
  return words(one) === words(other);
}
