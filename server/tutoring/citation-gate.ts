import type { Span } from '../documents/document.ts';

/** A quotation found in the course, before it has a marker. */
export type FoundQuotation = Span & { readonly documentId: string };

/** What the gate has bound so far; markers are positions in `citations`, from 1. */
export type GateResult = {
  readonly text: string;
  readonly citations: readonly FoundQuotation[];
  /** Offsets in `text` at which a quotation was asked for and could not be found. */
  readonly droppedAt: readonly number[];
};

export type CitationGate = {
  /** Takes a piece of the model's reply, gives what may be shown of it now. */
  push(delta: string): string;
  /** Ends the reply: what was held back and is plain text after all. */
  end(): string;
  result(): GateResult;
};

/** A citation may hold no more between its brackets, in UTF-16 code units. */
const maxHeld = 2_000;

/** A citation still open at this length is too long wherever it ends: its brackets may just have arrived. */
const maxOpen = maxHeld + 16;

/** A citation that lost a bracket on each side: `[1|quotation]`. */
const mayBecomeSingle = /^\[\s*\d{1,3}\s{0,9}\|/;

/** No made-up marker is longer. */
const maxMarker = 80;

const open = '[[';
/** Another citation begins; a quotation never holds this. */
const reopening = /\[\[\s?\d{1,3}\s?\|/;
const close = ']]';
/** A bare marker that the model made up: `[2]`, `[1, 3]`, `[^1]`, `[S2]`, `[source 2]`, `【2】`. */
const bareMarker =
  /^[[【]\s*(?:\^|s|source\s*|passage\s*)?\d{1,3}(?:\s*[,;–-]\s*\d{1,3})*\s*(?:†[^\]】]{0,40})?[\]】]$/iu;
const mayBecomeBare =
  /^[[【]\s*(?:\^|s(?:o(?:u(?:r(?:c(?:e\s*)?)?)?)?)?|p(?:a(?:s(?:s(?:a(?:g(?:e\s*)?)?)?)?)?)?)?[\d\s,;–-]{0,20}(?:†[^\]】]{0,40})?$/iu;

/**
 * Turns the reply protocol into shown text: `[[n|quotation]]` becomes the marker `[k]` when `find` finds the
 * quotation in the course and nothing when it does not; bare markers that the model wrote are removed.
 *
 * Nothing that could still become a marker leaves before it is decided, so the shown text never holds a marker
 * without a quotation, however the reply is cut into pieces. The same quotation keeps its marker.
 */
export function createCitationGate(
  find: (source: number, quotation: string) => FoundQuotation | null,
): CitationGate {
  let held = '';
  let text = '';
  /** Spaces seen and not yet shown: a marker that vanishes takes them along. */
  let spaces = '';
  /** Set while the citation being read is already too long: it is passed over up to its end, and not kept meanwhile. */
  let tooLong = false;
  const citations: FoundQuotation[] = [];
  const droppedAt: number[] = [];

  const show = (piece: string): string => {
    text += piece;
    return piece;
  };

  const showWithSpaces = (piece: string): string => {
    const before = spaces;
    spaces = '';
    return show(before + piece);
  };

  /** A bracket left open, a marker removed, a digit and a bracket: their sum must not look like a marker. */
  const completesMarker = (): boolean => {
    const tail = text.slice(-maxMarker);
    const opening = Math.max(tail.lastIndexOf('['), tail.lastIndexOf('【'));
    return opening !== -1 && bareMarker.test(`${tail.slice(opening)}]`);
  };

  const showPlain = (piece: string): string => {
    let shown = '';
    for (const part of piece.split(/(?=[\]】])/)) {
      const closes = /^[\]】]/.test(part);
      if (closes) shown += showWithSpaces('');
      shown += showWithSpaces(closes && completesMarker() ? part.slice(1) : part);
    }
    return shown;
  };

  const drop = (): string => {
    spaces = '';
    droppedAt.push(text.length);
    return '';
  };

  const cite = (inside: string): string => {
    const [, number = '', quotation = ''] =
      /^\s*(?:source\s*|s)?(\d{1,3})\s*\|([\s\S]*)$/i.exec(inside) ?? [];
    const found = number === '' ? null : find(Number(number), quotation);
    if (!found) return drop();
    const known = citations.findIndex(
      (one) =>
        one.documentId === found.documentId && one.start === found.start && one.end === found.end,
    );
    if (known === -1) citations.push(found);
    const marker = `[${known === -1 ? citations.length : known + 1}]`;
    if (text.endsWith(marker)) {
      spaces = '';
      return '';
    }
    return showWithSpaces(marker);
  };

  const release = (final: boolean): string => {
    let shown = '';
    while (held !== '') {
      const at = held.search(/[[【]/);
      const plain = at === -1 ? held : held.slice(0, at);
      const solid = plain.replace(/[ \u00a0\u202f]+$/, '');
      if (solid !== '') shown += showPlain(solid);
      spaces += plain.slice(solid.length);
      held = held.slice(plain.length);
      if (held === '') break;
      const token = nextToken(held, { final, tooLong });
      if (token === null) {
        tooLong ||= held.length > maxOpen;
        if (tooLong) held = shorten(held);
        break;
      }
      held = held.slice(token.length);
      const fits = !tooLong && token.inside.length <= maxHeld;
      tooLong = false;
      if (token.kind === 'text') shown += showWithSpaces(token.inside);
      else shown += token.kind === 'citation' && fits ? cite(token.inside) : drop();
    }
    return shown;
  };

  return {
    push(delta) {
      held += delta;
      return release(false);
    },
    end: () => release(true),
    result: () => ({ text, citations: [...citations], droppedAt: [...droppedAt] }),
  };
}

type Token = {
  readonly kind: 'citation' | 'bare' | 'text';
  readonly inside: string;
  readonly length: number;
};

/** The token at the start of `held`, which begins with a bracket; `null` while more is needed to tell. */
function nextToken(
  held: string,
  { final, tooLong }: { readonly final: boolean; readonly tooLong: boolean },
): Token | null {
  const limit = tooLong ? 0 : maxHeld;
  if (held.startsWith(open)) {
    const next = held.slice(2).search(reopening) + 2;
    const closed = closing(held, final);
    if (next > 1 && (closed === -1 || next < closed)) return unclosed(held, next, limit);
    if (closed !== -1)
      return { kind: 'citation', inside: held.slice(2, closed), length: closed + 2 };
    return final ? unclosed(held, held.length, limit) : null;
  }
  if (mayBecomeSingle.test(held)) {
    const end = held.indexOf(']');
    if (end !== -1 && end <= maxHeld) {
      return { kind: 'citation', inside: held.slice(1, end), length: end + 1 };
    }
    if (end === -1 && held.length <= maxHeld) {
      return final ? { kind: 'bare', inside: '', length: held.length } : null;
    }
  }
  const end = held.search(/[\]】]/);
  if (end !== -1 && bareMarker.test(held.slice(0, end + 1))) {
    return { kind: 'bare', inside: '', length: end + 1 };
  }
  if (end === -1 && mayBecomeBare.test(held)) {
    if (!final) return null;
    if (held.length > 1) return { kind: 'bare', inside: '', length: held.length };
  }
  return { kind: 'text', inside: held[0]!, length: 1 };
}

/** A citation that no `]]` ends before `until`: a single `]` may have been meant to, else all of it is lost. */
function unclosed(held: string, until: number, limit: number): Token {
  const end = until > limit ? -1 : held.slice(0, until).indexOf(']');
  return end === -1
    ? { kind: 'bare', inside: '', length: until }
    : { kind: 'citation', inside: held.slice(2, end), length: end + 1 };
}

/** Where `]]` closes the citation; a `]` more belongs to the quotation (`[[1|a[0]]]`), so the last of a run closes. */
function closing(held: string, final: boolean): number {
  let end = held.indexOf(close, 2);
  if (end === -1) return -1;
  if (!held.slice(2, end).includes('[')) return end;
  while (held[end + 2] === ']') end += 1;
  return end + 2 === held.length && !final ? -1 : end;
}

/** What is still needed of an open citation to find its end: whether it holds a bracket, and what may become the end. */
function shorten(held: string): string {
  const tail = /(?:\]+|\[|\[\[\s?\d{0,3}\s?)?$/.exec(held.slice(2))![0];
  const nested = held.slice(2, held.length - tail.length).includes('[');
  return `${open}${nested ? '[…' : ''}${tail}`;
}
