import type { Span } from './document.ts';
import { isBoldOnly, isLeadIn } from './is-lead-in.ts';
import { type Block, parseBlocks } from './parse-blocks.ts';
import { splitParagraph } from './split-paragraph.ts';
import { trimSpan } from './trim-span.ts';

/** A unit of a text that can be quoted by itself. Its words are `text.slice(start, end)`. */
export type Statement = Span & {
  readonly kind: 'sentence' | 'item' | 'row' | 'code';
  /** Headings above, outermost first, as plain text. */
  readonly headings: readonly string[];
  /**
   * What announces the statement: the sentence ending in `:` or the bold line right before its list or code, the item
   * above a nested item, the header of a row's table.
   */
  readonly leadIn?: Span;
  /** Bold standing alone in its line: it names what follows and states nothing. */
  readonly headingOnly?: true;
  /** Items of one list share a number, rows of one table too; no list and table have the same. */
  readonly list?: number;
  readonly table?: number;
  /** Number of the item in an ordered list. */
  readonly order?: number;
  /** Cells of a row. */
  readonly cells?: readonly Span[];
  /** Sentences of an item that holds several. */
  readonly sentences?: readonly Span[];
};

/**
 * Splits a Markdown or plain text into the statements that can be quoted: the sentences of its paragraphs, its list items,
 * the rows of its tables, its code. Headings, header rows, rules and HTML are none.
 */
export function splitStatements(text: string): Statement[] {
  const blocks = parseBlocks(text);
  const leadIns = new Map<number, Span | undefined>();
  let headerRow: Block | undefined;
  return blocks.flatMap((block, index): Statement[] => {
    const common = { headings: block.headings };
    switch (block.kind) {
      case 'paragraph':
      case 'quote':
        return splitParagraph(text, block).map((span) => ({
          kind: 'sentence',
          ...span,
          ...common,
          ...(isBoldOnly(text.slice(span.start, span.end)) && { headingOnly: true }),
        }));
      case 'item': {
        const list = block.list!;
        if (!leadIns.has(list)) leadIns.set(list, findLeadIn(text, blocks, index));
        return [toItem(text, block, leadIns.get(list))];
      }
      case 'header-row':
        headerRow = block;
        return [];
      case 'row': {
        const header = headerRow?.table === block.table ? headerRow : undefined;
        return [toRow(block, header)];
      }
      case 'code':
        return toCode(text, block, findLeadIn(text, blocks, index));
      default:
        return [];
    }
  });
}

function toItem(text: string, block: Block, leadIn: Span | undefined): Statement {
  const parts = splitParagraph(text, block);
  return {
    kind: 'item',
    start: block.start,
    end: block.end,
    headings: block.headings,
    list: block.list!,
    ...(leadIn && { leadIn }),
    ...(block.ordered !== undefined && { order: block.ordered }),
    ...(parts.length > 1 && { sentences: parts }),
  };
}

function toRow({ start, end, headings, table, cells = [] }: Block, header?: Block): Statement {
  const leadIn = header && { start: header.start, end: header.end };
  return { kind: 'row', start, end, headings, table: table!, cells, ...(leadIn && { leadIn }) };
}

/** The code between the fences; nothing when there is none. */
function toCode(text: string, block: Block, leadIn: Span | undefined): Statement[] {
  const source = text.slice(block.start, block.end);
  const fence = /^(`{3,}|~{3,})[^\n]*\n?/.exec(source);
  const closing = /\n?[ \t>]*(?:`{3,}|~{3,})[ \t]*$/.exec(source.slice(fence?.[0].length ?? 0));
  const start = block.start + (fence?.[0].length ?? 0);
  const code = trimSpan(text, { start, end: block.end - (closing?.[0].length ?? 0) });
  if (code.start >= code.end) return [];
  return [{ kind: 'code', ...code, headings: block.headings, ...(leadIn && { leadIn }) }];
}

/** What announces the list that begins at `index`, or the code there. */
function findLeadIn(text: string, blocks: readonly Block[], index: number): Span | undefined {
  const block = blocks[index]!;
  const before = blocks[index - 1];
  if (before !== undefined && (before.kind === 'paragraph' || before.kind === 'quote')) {
    const last = splitParagraph(text, before).at(-1);
    const words = last && text.slice(last.start, last.end);
    const isNear = before.parent === block.parent || before.parent === undefined;
    if (words !== undefined && isNear && isLeadIn(words)) return last;
  }
  const parent = block.parent === undefined ? undefined : blocks[block.parent];
  return parent && splitParagraph(text, parent).at(-1);
}
