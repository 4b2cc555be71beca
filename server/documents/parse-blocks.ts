import type { Heading, List, Nodes, RootContent, Table } from 'mdast';
import type { Span } from './document.ts';
import { headingText } from './heading-text.ts';
import { parseMarkdown } from './parse-markdown.ts';
import { trimSpan } from './trim-span.ts';

export type BlockKind =
  'heading' | 'paragraph' | 'item' | 'header-row' | 'row' | 'code' | 'quote' | 'rule' | 'html';

/**
 * A leaf of a text's structure: it holds words of its own. An item's span is its own first paragraph, without bullet or
 * number; nested items and further paragraphs are blocks that name it as their `parent`.
 */
export type Block = Span & {
  readonly kind: BlockKind;
  /** Where the marks that open the block begin: bullet, number, `>`; `start` when there are none. */
  readonly outerStart: number;
  /** Level of a heading (1 to 6), nesting of what a list holds (from 1), else 0. */
  readonly depth: number;
  /** Headings above, outermost first, as plain text; a heading's path ends with itself. */
  readonly headings: readonly string[];
  /** Items of one list share a number, rows of one table too; nested lists have their own, no list and table the same. */
  readonly list?: number;
  readonly table?: number;
  /** Position in the list, from 1. */
  readonly order?: number;
  /** Number of an ordered item, as Markdown counts. */
  readonly ordered?: number;
  /** Index, in the array of blocks, of the item that holds this block. */
  readonly parent?: number;
  /** Cells of a row, without bars and the white space around them. */
  readonly cells?: readonly Span[];
};

/** Lines that all begin and end with a bar. */
const rowLines = /^(?:[ \t]*\|[^\n]*\|[ \t]*(?:\n|$))+$/;

/** What the walk has gathered so far. */
type Walk = {
  readonly text: string;
  readonly blocks: Block[];
  /** Headings open at this point. */
  readonly path: { readonly depth: number; readonly text: string }[];
  /** Offset that the current segment's positions count from. */
  base: number;
  /** Lists and tables so far. */
  groups: number;
  /** Start of the outermost list or quotation that has no block yet. */
  outerStart: number | undefined;
};

/** What the node being visited lies in. */
type Place = {
  readonly kind: 'paragraph' | 'quote';
  readonly depth: number;
  readonly parent?: number;
  /** Set until the item's own paragraph has been found. */
  readonly item?: Pick<Block, 'list' | 'order' | 'ordered'>;
};

/**
 * Reads a Markdown or plain text as a flat sequence of leaf blocks, in order, with exact offsets.
 *
 * Bold standing alone in a line stays a paragraph, as does a heading inside a list or a quotation, and text over several
 * lines that a row of `-` underlines.
 * @param from offset at which reading begins; offsets still count in the whole text
 */
export function parseBlocks(text: string, from = 0): Block[] {
  const walk: Walk = {
    text,
    blocks: [],
    path: [],
    base: from,
    groups: 0,
    outerStart: undefined,
  };
  for (const { base, nodes } of parseMarkdown(text.slice(from))) {
    walk.base = from + base;
    for (const node of nodes) visit(walk, node, { kind: 'paragraph', depth: 0 });
    walk.outerStart = undefined;
  }
  return walk.blocks;
}

/** Adds the blocks of a node; returns the index of the block that a paragraph became. */
function visit(walk: Walk, node: RootContent, place: Place): number | undefined {
  switch (node.type) {
    case 'heading':
      return addHeading(walk, node, place);
    case 'list':
      addList(walk, node, place);
      return undefined;
    case 'table':
      addTable(walk, node, place);
      return undefined;
    case 'blockquote':
      opening(walk, node, () => {
        for (const child of node.children) visit(walk, child, { ...place, kind: 'quote' });
      });
      return undefined;
    case 'thematicBreak':
      add(walk, spanOf(walk, node), 'rule', place);
      return undefined;
    case 'code':
    case 'html':
      add(walk, spanOf(walk, node), node.type, place);
      return undefined;
    default:
      return addParagraph(walk, spanOf(walk, node), place);
  }
}

/** Adds a block over a span, trimmed; nothing when no character is left. */
function add(
  walk: Walk,
  span: Span,
  kind: BlockKind,
  { depth, parent }: Pick<Place, 'depth' | 'parent'>,
  details: Partial<Block> = {},
): number | undefined {
  const { start, end } = trimSpan(walk.text, span);
  if (start === end) return undefined;
  const outerStart = Math.min(walk.outerStart ?? start, start);
  walk.outerStart = undefined;
  const headings = walk.path.map((heading) => heading.text);
  const inside = parent === undefined ? {} : { parent };
  return (
    walk.blocks.push({ kind, start, end, outerStart, depth, headings, ...inside, ...details }) - 1
  );
}

function addParagraph(walk: Walk, span: Span, place: Place): number | undefined {
  const source = walk.text.slice(span.start, span.end);
  if (rowLines.test(source)) return addRows(walk, span, place);
  return add(walk, span, place.item ? 'item' : place.kind, place, place.item);
}

/** Rows without a header: a table whose first lines were cut off, or that never had any. */
function addRows(walk: Walk, span: Span, place: Place): undefined {
  const table = (walk.groups += 1);
  for (const { index, 0: line } of walk.text.slice(span.start, span.end).matchAll(/[^\n]+/g)) {
    const row = trimSpan(walk.text, {
      start: span.start + index,
      end: span.start + index + line.length,
    });
    const source = walk.text.slice(row.start, row.end);
    if (/^[|:\s-]*$/.test(source)) continue;
    const bars = [...source.matchAll(/(?<!\\)\|/g)].map((bar) => row.start + bar.index);
    const cells = bars
      .slice(1)
      .map((end, cell) => trimSpan(walk.text, { start: bars[cell]! + 1, end }));
    add(walk, row, 'row', place, { table, cells });
  }
}

function addHeading(walk: Walk, node: Heading, place: Place): number | undefined {
  const span = trimSpan(walk.text, spanOf(walk, node));
  const source = walk.text.slice(span.start, span.end);
  const isUnderlined = !source.startsWith('#');
  const lines = source.split('\n');
  const words = isUnderlined ? { ...span, end: span.end - lines.at(-1)!.length } : span;
  if (place.depth > 0 || place.kind === 'quote' || (isUnderlined && lines.length > 2)) {
    return addParagraph(walk, words, place);
  }
  while ((walk.path.at(-1)?.depth ?? 0) >= node.depth) walk.path.pop();
  walk.path.push({ depth: node.depth, text: headingText(walk.text.slice(words.start, words.end)) });
  add(walk, span, 'heading', { depth: node.depth });
  return undefined;
}

function addList(walk: Walk, node: List, place: Place): void {
  const list = (walk.groups += 1);
  for (const [index, child] of node.children.entries()) {
    const number = node.ordered ? { ordered: (node.start ?? 1) + index } : {};
    const inItem = { ...place, depth: place.depth + 1 };
    let inside: Place = { ...inItem, item: { list, order: index + 1, ...number } };
    opening(walk, child, () => {
      for (const content of child.children) {
        const added = visit(walk, content, inside);
        if (inside.item !== undefined && added !== undefined) inside = { ...inItem, parent: added };
      }
    });
  }
}

/** Visits what a list item or a quotation holds; its mark belongs to the first block inside, if there is one. */
function opening(walk: Walk, node: Nodes, visitInside: () => void): void {
  const outer = walk.outerStart;
  const count = walk.blocks.length;
  walk.outerStart ??= spanOf(walk, node).start;
  visitInside();
  if (walk.blocks.length === count) walk.outerStart = outer;
}

function addTable(walk: Walk, node: Table, place: Place): void {
  const table = (walk.groups += 1);
  for (const [index, row] of node.children.entries()) {
    const cells = row.children.map((cell) => trimCell(walk.text, spanOf(walk, cell)));
    add(walk, spanOf(walk, row), index === 0 ? 'header-row' : 'row', place, { table, cells });
  }
}

function spanOf({ base }: Walk, { position }: Nodes): Span {
  return { start: base + (position?.start.offset ?? 0), end: base + (position?.end.offset ?? 0) };
}

/** A cell without the bar before it, the one after it, and white space; `\|` is no bar. */
function trimCell(text: string, { start, end }: Span): Span {
  const from = text[start] === '|' ? start + 1 : start;
  const to = text[end - 1] === '|' && text[end - 2] !== '\\' && end > from ? end - 1 : end;
  return trimSpan(text, { start: from, end: Math.max(from, to) });
}
