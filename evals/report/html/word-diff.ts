/** A run of words, and whether one side alone has it. */
export type DiffPart = { readonly text: string; readonly own: boolean };

/** Above it the table would be too large: the whole middle then counts as changed. */
const maxCells = 250_000;

/**
 * What each of two texts has that the other has not, word by word, by their longest common subsequence. The parts of
 * a side joined give that side back.
 */
export function wordDiff(
  before: string,
  after: string,
): readonly [readonly DiffPart[], readonly DiffPart[]] {
  const [a, b] = [words(before), words(after)];
  const kept = commonPairs(a, b);
  const side = (of: readonly string[], keptAt: ReadonlySet<number>): readonly DiffPart[] => {
    const parts: { text: string; own: boolean }[] = [];
    for (const [at, text] of of.entries()) {
      const own = !keptAt.has(at);
      const last = parts.at(-1);
      if (last && last.own === own) last.text += text;
      else parts.push({ text, own });
    }
    return parts;
  };
  return [side(a, new Set(kept.map(([at]) => at))), side(b, new Set(kept.map(([, at]) => at)))];
}

/** Words with the white space before them. */
const words = (text: string): readonly string[] => text.match(/\s*\S+|\s+$/g) ?? [];

function commonPairs(
  a: readonly string[],
  b: readonly string[],
): readonly (readonly [number, number])[] {
  if (a.length * b.length > maxCells) return [];
  const width = b.length + 1;
  const lengths = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      lengths[i * width + j] =
        a[i] === b[j]
          ? lengths[(i + 1) * width + j + 1]! + 1
          : Math.max(lengths[(i + 1) * width + j]!, lengths[i * width + j + 1]!);
    }
  }
  const pairs: (readonly [number, number])[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (a[i] === b[j]) pairs.push([i++, j++]);
    else if (lengths[(i + 1) * width + j]! >= lengths[i * width + j + 1]!) i++;
    else j++;
  }
  return pairs;
}
