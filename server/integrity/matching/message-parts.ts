/** The sentences of a message as it was typed: cut after end marks and at line breaks. */
export const messageParts = (message: string): readonly string[] =>
  message
    .split(/(?<=[.!?؟;])\s+|\n+/u)
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** Sentences of a run that is looked at on its own. */
const runLength = 3;

/** The parts together, and each run of three of many: a long text is like everything a little. */
export function segments(parts: readonly string[]): readonly string[] {
  const whole = parts.join(' ');
  if (parts.length <= runLength) return [whole];
  const runs = parts.slice(runLength - 1).map((_, at) => parts.slice(at, at + runLength).join(' '));
  return [whole, ...runs];
}
