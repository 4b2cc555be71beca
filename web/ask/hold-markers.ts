import type { Run } from './parse-answer.ts';

/** Longest word, in UTF-16 code units, that is kept on one line with its marker: a longer one may have to break. */
const longestHeld = 24;

/** Runs to show one after the other; more than one in a piece stay on one line. */
export type Piece = readonly Run[];

/**
 * Joins each marker to the word before it and the punctuation after it: neither `[1]` nor a full stop begins a line.
 * A no-break space would not do it, since browsers break lines on either side of a button.
 */
export function holdMarkers(runs: readonly Run[]): readonly Piece[] {
  const pieces: Piece[] = [];
  const rest = [...runs];
  for (let run = rest.shift(); run; run = rest.shift()) {
    if (run.kind !== 'marker' && rest[0]?.kind !== 'marker') {
      pieces.push([run]);
      continue;
    }
    const held: Run[] = [];
    if (run.kind === 'marker') held.push(run);
    else {
      const word = /\S*\s?$/.exec(run.text)?.[0] ?? '';
      const cut = run.kind === 'text' && word.length <= longestHeld ? word.length : 0;
      const [before, last] = cutRun(run, run.text.length - cut);
      if (before) pieces.push([before]);
      if (last) held.push({ ...last, text: last.text.replace(/\s$/, '\u00a0') });
    }
    while (rest[0]?.kind === 'marker') held.push(rest.shift()!);
    const punctuation = rest[0]?.kind === 'text' && /^[.,;:!?)»]+/.exec(rest[0].text)?.[0];
    if (punctuation && rest[0]) {
      const [mark, after] = cutRun(rest[0], punctuation.length);
      if (mark) held.push(mark);
      rest.splice(0, 1, ...(after ? [after] : []));
    }
    pieces.push(held);
  }
  return pieces;
}

/** A run in two, each undefined where it would be empty; code stays whole, since its text is not as long as its place. */
function cutRun(run: Run, at: number): readonly [Run | undefined, Run | undefined] {
  if (at <= 0) return [undefined, run];
  if (at >= run.text.length) return [run, undefined];
  const middle = run.start + at;
  return [
    { ...run, text: run.text.slice(0, at), end: middle },
    { ...run, text: run.text.slice(at), start: middle },
  ];
}
