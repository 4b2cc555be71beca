/** Pieces of 1 to 12 UTF-16 code units, surrogate pairs cut as well: a stream at its worst. */
export function cutText(text: string, random: () => number): readonly string[] {
  const pieces: string[] = [];
  for (let at = 0; at < text.length;) {
    const end = at + 1 + Math.floor(random() * 12);
    pieces.push(text.slice(at, end));
    at = end;
  }
  return pieces;
}
