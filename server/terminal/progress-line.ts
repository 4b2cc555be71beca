import type { BuildProgress } from '../ingestion/build-index.ts';

type Output = {
  readonly isTTY?: boolean;
  write(text: string): unknown;
};

export type ProgressLine = {
  readonly report: BuildProgress;
  /** Removes the line from a terminal, so that what follows begins on a fresh one. */
  readonly clear: () => void;
};

const labels: Readonly<Record<Parameters<BuildProgress>[0], string>> = {
  split: 'Reading documents',
  keywords: 'Indexing words',
  vectors: 'Computing vectors',
};

/** A terminal is drawn at most this often. */
const redrawMs = 80;

/** Shows the progress of an ingestion: one line that changes on a terminal, a line per finished stage elsewhere. */
export function createProgressLine(output: Output): ProgressLine {
  let drawnAt = -Infinity;
  let drawn = false;
  const clear = () => {
    if (drawn) output.write('\r\u001b[K');
    drawn = false;
  };
  return {
    clear,
    report(stage, done, total) {
      const text = `${labels[stage]}: ${done} of ${total}`;
      if (!output.isTTY) {
        if (done === total) output.write(`${text}\n`);
        return;
      }
      if (done < total && performance.now() - drawnAt < redrawMs && drawn) return;
      drawnAt = performance.now();
      clear();
      output.write(text);
      drawn = true;
    },
  };
}
