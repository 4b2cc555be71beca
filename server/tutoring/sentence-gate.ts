import type { GuardedTurn } from '../integrity/guard.ts';
import { leavesOut, type ScanHit } from '../integrity/scan/scan-output.ts';

/** Lets text leave by whole sentences, each scanned with the one before it. */
export type SentenceGate = {
  /** Takes a piece of text, gives what may leave now. */
  push(delta: string): string;
  /** Ends the text: what was held back, once it and the quotations were scanned. */
  end(): string;
  /** What the scan stopped the text for; nothing leaves after it. */
  hit(): ScanHit | null;
};

/** A sentence is closed by an end mark and the white space behind it, with a marker between, or by a line break. */
const closed =
  /^[\s\S]*?(?:[.!?…؟](?:["»”’)\]]|\[\d{1,3}\]|\s\[\d{1,3}\])*\s+(?!\[\d{0,3}\]?)(?=\S)|\n+)/u;

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
  if (!openScan) return { push: (delta) => delta, end: () => '', hit: () => null };
  const scan = openScan();
  let held = '';
  let said = '';
  let before = '';
  let hit: ScanHit | null = null;
  let leftOut: ScanHit | null = null;

  /** The sentence when it may leave, else nothing. */
  const pass = (sentence: string): string => {
    const found = scan.scan(sentence, before, markersOf(sentence).map(quoteOf));
    if (found && leavesOut.has(found.rule)) leftOut ??= found;
    else hit ??= found;
    if (found) return '';
    said += sentence;
    if (sentence.trim() !== '') before = sentence;
    return sentence;
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
      const markers = markersOf(said);
      for (const marker of markers) hit ??= scan.scan(quoteOf(marker), '', null);
      if (markers.length === 0) hit ??= leftOut;
      return hit && whole ? '' : free;
    },
    hit: () => hit,
  };
}

const markersOf = (text: string): readonly number[] =>
  [...text.matchAll(/\[(\d{1,3})\]/g)].map(([, marker]) => Number(marker));
