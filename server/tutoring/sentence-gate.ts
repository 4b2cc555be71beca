import type { GuardedTurn } from '../integrity/guard.ts';
import { leavesOut, type ScanHit, type ScanRule } from '../integrity/scan/scan-rules.ts';

/** Lets text leave by whole sentences, each scanned with the one before it. */
export type SentenceGate = {
  /** Takes a piece of text, gives what may leave now. */
  push(delta: string): string;
  /** Ends the text: what was held back, once it and the quotations were scanned. */
  end(): string;
  /** What the scan stopped the text for; nothing leaves after it. */
  hit(): ScanHit | null;
  /** The rules that sentences broke, in order; all that is told of them. */
  rules(): readonly ScanRule[];
  /** The markers that went in, in the order in which they left: the first left as `[1]`. */
  left(): readonly number[];
  /** Where an offset of what went in stands in what left; `null` in a sentence that was left out. */
  placeOf(offset: number): number | null;
};

/**
 * A sentence is closed by an end mark and the white space behind it, with a marker between, or by a line break. Three dots
 * before a small letter close none, nor does any mark before a semicolon, as in a row that is told cell by cell.
 */
const closed =
  /^[\s\S]*?(?:(?:[.!?؟]|…(?!\s+\p{Ll}))(?!\s+;)(?:["»”’)\]]|\[\d{1,3}\]|\s\[\d{1,3}\])*\s+(?!\[\d{0,3}\]?)(?=\S)|\n+)/u;

/** Longest sentence that is waited for, in UTF-16 code units; a longer one is scanned in pieces, each with the last. */
const longest = 2_000;

/**
 * A gate for one reply. A sentence that only singles a role out is left out; any other hit ends the text. A reply of which
 * nothing with a quotation is left counts as a hit as well. With `whole` nothing leaves before the end.
 * @param quoteOf the quotation that a marker of the text is bound to
 */
export function createSentenceGate(
  { openScan, whole }: Pick<GuardedTurn, 'openScan' | 'whole'>,
  quoteOf: (marker: number) => string,
): SentenceGate {
  if (!openScan) return openGate();
  const scan = openScan();
  let held = '';
  let before = '';
  let hit: ScanHit | null = null;
  let leftOut: ScanHit | null = null;
  const left: number[] = [];
  const rules: ScanRule[] = [];
  const passed: { readonly from: number; readonly to: number; readonly at: number }[] = [];
  let read = 0;
  let sent = 0;

  /** The sentence when it may leave, else nothing. */
  const pass = (sentence: string): string => {
    const found = scan.scan(sentence, before, markersOf(sentence).map(quoteOf));
    if (found) rules.push(found.rule);
    if (found && leavesOut.has(found.rule)) leftOut ??= found;
    else hit ??= found;
    const from = read;
    read += sentence.length;
    if (found) return '';
    if (sentence.trim() !== '') before = sentence;
    passed.push({ from, to: read, at: sent });
    const leaving = renumber(sentence, left);
    sent += leaving.length;
    return leaving;
  };

  const release = (final: boolean): string => {
    let free = '';
    while (held !== '' && !hit) {
      const sentence = closed.exec(held)?.[0] ?? (final || held.length > longest ? held : '');
      if (sentence === '') break;
      held = held.slice(sentence.length);
      free += pass(sentence);
    }
    return free;
  };

  return {
    push(delta) {
      held += delta;
      return whole || hit ? '' : release(false);
    },
    end() {
      const free = release(true);
      for (const marker of left) hit ??= scan.scan(quoteOf(marker), '', null);
      // Left out for no item's sake, the sentence was nothing that the course says.
      if (left.length === 0 && leftOut?.item) hit ??= leftOut;
      return hit && whole ? '' : free;
    },
    hit: () => hit,
    rules: () => rules,
    left: () => left,
    placeOf(offset) {
      const home = passed.find(({ from, to }) => from <= offset && offset <= to);
      return home ? home.at + Math.min(offset - home.from, home.to - home.from) : null;
    },
  };
}

/** Lets everything through, and keeps the markers as they are. */
function openGate(): SentenceGate {
  let said = '';
  return {
    push(delta) {
      said += delta;
      return delta;
    },
    end: () => '',
    hit: () => null,
    rules: () => [],
    left: () => [...new Set(markersOf(said))].sort((a, b) => a - b),
    placeOf: (offset) => offset,
  };
}

/** Numbers the markers of what leaves without a gap, in the order of their first appearance. */
const renumber = (sentence: string, left: number[]): string =>
  sentence.replace(/\[(\d{1,3})\]/g, (_, digits: string) => {
    const marker = Number(digits);
    if (!left.includes(marker)) left.push(marker);
    return `[${left.indexOf(marker) + 1}]`;
  });

const markersOf = (text: string): readonly number[] =>
  [...text.matchAll(/\[(\d{1,3})\]/g)].map(([, marker]) => Number(marker));
