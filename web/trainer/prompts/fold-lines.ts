import type { DiffLine } from './diff-lines.ts';

/** Lines around a change that are shown with it. */
const around = 1;
/** Fewest equal lines that are worth a count in their place. */
const worthFolding = 3;

/** Lines to show; far from any change, in the place of equal ones, their number. */
export function foldLines(lines: readonly DiffLine[]): readonly (DiffLine | number)[] {
  const isNear = (at: number) =>
    lines.slice(Math.max(0, at - around), at + around + 1).some(({ kind }) => kind !== 'same');
  const parts: (DiffLine | number)[] = [];
  let far: DiffLine[] = [];
  const fold = () => {
    if (far.length >= worthFolding) parts.push(far.length);
    else parts.push(...far);
    far = [];
  };
  for (const [at, line] of lines.entries()) {
    if (!isNear(at)) {
      far.push(line);
      continue;
    }
    fold();
    parts.push(line);
  }
  fold();
  return parts;
}
