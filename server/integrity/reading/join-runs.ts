/** A letter spelt on its own somewhere in a text, or a sign that stands for one. */
export type Piece = { readonly value: string; readonly start: number; readonly end: number };

/** Widest gap between two pieces of a run, in UTF-16 code units. */
const maxGap = 5;
/** Pieces in a row that are no accident; shorter runs beside such a one are joined too. */
const leastRun = 4;

/** The piece that a match of a pattern is. */
export function toPiece(match: RegExpExecArray): Piece {
  return { value: match[0], start: match.index, end: match.index + match[0].length };
}

/**
 * Writes together the pieces that follow one another with nothing but signs and spaces between: the whole text so read,
 * and what the runs alone say. A gap that is not the usual one of its run parts two words.
 * @returns null where no run is long enough to be meant
 */
export function joinRuns(
  text: string,
  pieces: readonly Piece[],
): { readonly decoded: string; readonly spelt: string } | null {
  const runs = runsOf(pieces, text);
  if (!runs.some((run) => run.length >= leastRun)) return null;
  const parts: string[] = [];
  const joined: string[] = [];
  let position = 0;
  for (const run of runs) {
    const word = joinRun(run, text);
    parts.push(text.slice(position, run[0]!.start), word);
    joined.push(word);
    position = run.at(-1)!.end;
  }
  return { decoded: parts.join('') + text.slice(position), spelt: joined.join(' ') };
}

function runsOf(pieces: readonly Piece[], text: string): readonly Piece[][] {
  const runs: Piece[][] = [];
  for (const piece of pieces) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    const near =
      last !== undefined &&
      piece.start - last.end <= maxGap &&
      !/[\p{L}\p{N}]/u.test(text.slice(last.end, piece.start));
    if (near) run!.push(piece);
    else runs.push([piece]);
  }
  return runs.filter((run) => run.length > 1);
}

function joinRun(run: readonly Piece[], text: string): string {
  const gaps = run.slice(1).map((piece, index) => text.slice(run[index]!.end, piece.start));
  const usual = mostFrequent(gaps);
  const word = [run[0]!.value];
  gaps.forEach((gap, index) => {
    if (gap !== usual) word.push(/[,;:.!?'’]/.test(gap) ? gap : ' ');
    word.push(run[index + 1]!.value);
  });
  return word.join('');
}

function mostFrequent(gaps: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const gap of gaps) counts.set(gap, (counts.get(gap) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}
