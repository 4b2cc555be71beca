import type { GuardedTurn } from '../integrity/guard.ts';
import type { ScanHit } from '../integrity/scan/scan-output.ts';

/** Lets text leave by whole sentences, each scanned with the one before it. */
export type SentenceGate = {
  /** Takes a piece of text, gives what may leave now. */
  push(delta: string): string;
  /**
   * Ends the text: what was held back, once it and the quotations were scanned.
   * @param quoted the quotations that the text's markers are bound to
   */
  end(quoted: readonly string[]): string;
  /** What the scan found; nothing leaves after it. */
  hit(): ScanHit | null;
};

/** A sentence is closed by an end mark and the white space behind it, with a marker between, or by a line break. */
const closed = /^[\s\S]*?(?:[.!?…؟](?:["»”’)\]]|\[\d{1,3}\]|\s\[\d{1,3}\])*\s+(?!\[\d{0,3}\]?)(?=\S)|\n+)/u;

/** Longest sentence that is waited for, in UTF-16 code units; a longer one is scanned in pieces, each with the last. */
const longest = 2_000;

/** A gate for one reply; with `whole` nothing leaves before the end. */
export function createSentenceGate({
  scan,
  whole,
}: Pick<GuardedTurn, 'scan' | 'whole'>): SentenceGate {
  let held = '';
  let before = '';
  let hit: ScanHit | null = null;

  /** The sentence when it may leave, else nothing. */
  const pass = (sentence: string): string => {
    hit ??= scan?.scan(sentence, before) ?? null;
    if (hit) return '';
    if (sentence.trim() !== '') before = sentence;
    return sentence;
  };

  if (!scan) return { push: (delta) => delta, end: () => '', hit: () => null };

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
    end(quoted) {
      const free = release(true);
      for (const quote of quoted) hit ??= scan.scan(quote, '');
      return hit && whole ? '' : free;
    },
    hit: () => hit,
  };
}
