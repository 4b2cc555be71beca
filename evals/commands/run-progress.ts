import type { CommandTools } from './command.ts';

/** A terminal is drawn at most this often, milliseconds. */
const redrawMs = 100;

/** Shows how far a run is: a line that changes on a terminal, a line per tenth elsewhere. */
export function createRunProgress(
  label: string,
  { say, isTerminal }: Pick<CommandTools, 'say' | 'isTerminal'>,
): (done: number, total: number) => void {
  let drawnAt = -Infinity;
  let tenth = 0;
  const started = performance.now();
  return (done, total) => {
    if (!isTerminal) {
      const reached = Math.floor((10 * done) / total);
      if (reached > tenth) say(`${label}: ${done} of ${total}\n`);
      tenth = reached;
      return;
    }
    const now = performance.now();
    if (done < total && now - drawnAt < redrawMs) return;
    drawnAt = now;
    const left = ((now - started) / done) * (total - done);
    const bar = '█'.repeat(Math.round((20 * done) / total)).padEnd(20, '░');
    say(`\r\u001b[K${label} ${bar} ${done} of ${total}, ${(left / 1000).toFixed(0)} s left`);
    if (done === total) say('\r\u001b[K');
  };
}
