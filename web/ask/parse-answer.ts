/** A stretch of an answer on one line of markup; `start` and `end` count in the answer's text. */
export type Run = {
  readonly kind: 'text' | 'code' | 'marker';
  /** What is shown; for a marker, its number. */
  readonly text: string;
  readonly strong: boolean;
  readonly start: number;
  readonly end: number;
};

/** A paragraph, or a list with its items. */
export type Block =
  | { readonly kind: 'paragraph'; readonly runs: readonly Run[] }
  | {
      readonly kind: 'list';
      readonly first: number | null;
      readonly items: readonly (readonly Run[])[];
    };

type Piece = { start: number; end: number; number: number | null | undefined };

const bullet = /^[ \t]*(?:[-*•]|(\d{1,3})[.)])[ \t]+/;

/**
 * Reads the little Markdown that answers use: paragraphs between blank lines, lists (`- `, `1. `), `**strong**`,
 * `` `code` `` and markers `[n]`. Everything else, HTML and links included, stays plain text.
 *
 * @param partial the text is still arriving: a `**` not closed yet counts as strong instead of showing its stars.
 */
export function parseAnswer(text: string, partial = false): readonly Block[] {
  const blocks: Block[] = [];
  for (const { start, end, number } of cutPieces(text)) {
    const runs = parseRuns(text, start, end, partial);
    const last = blocks.at(-1);
    if (number === undefined) blocks.push({ kind: 'paragraph', runs });
    else if (last?.kind === 'list' && (last.first === null) === (number === null))
      blocks[blocks.length - 1] = { ...last, items: [...last.items, runs] };
    else blocks.push({ kind: 'list', first: number, items: [runs] });
  }
  return blocks;
}

/** Cuts the text into paragraphs (`number` undefined) and list items (null, or the number written). */
function cutPieces(text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let open: Piece | undefined;
  for (const { 0: line, index } of text.matchAll(/.+/g)) {
    const end = index + line.length;
    // A blank line, empty or only spaces, closes the piece.
    if (line.trim() === '') {
      open = undefined;
      continue;
    }
    if (open && /\n[^\S\n]*\n/.test(text.slice(open.end, index + 1))) open = undefined;
    const item = bullet.exec(line);
    if (!item && open) {
      open.end = end;
      continue;
    }
    const number = item ? (item[1] === undefined ? null : Number(item[1])) : undefined;
    open = { start: index + (item?.[0].length ?? 0), end, number };
    pieces.push(open);
  }
  return pieces;
}

function parseRuns(text: string, start: number, end: number, partial: boolean): readonly Run[] {
  const runs: Run[] = [];
  let strong = false;
  let done = start;
  const add = (kind: Run['kind'], shown: string, from: number, to: number) => {
    if (from < to) runs.push({ kind, text: shown, strong, start: from, end: to });
    done = to;
  };
  for (const { 0: syntax, 1: code, 2: marker, index } of text
    .slice(start, end)
    .matchAll(/`([^`\n]+)`|\[([1-9]\d{0,2})\]|\*\*/g)) {
    const at = start + index;
    const after = at + syntax.length;
    const star = code === undefined && marker === undefined;
    const closing = text.indexOf('**', after);
    if (star && !strong && !partial && (closing === -1 || closing + 2 > end)) continue;
    add('text', text.slice(done, at), done, at);
    if (code !== undefined) add('code', code, at, after);
    else if (marker !== undefined) add('marker', marker, at, after);
    else {
      strong = !strong;
      done = after;
    }
  }
  add('text', text.slice(done, end), done, end);
  return runs;
}
