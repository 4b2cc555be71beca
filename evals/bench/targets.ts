import { table } from './table.ts';

/** A number that the project has to reach. */
export type Target = {
  readonly name: string;
  readonly atLeast?: number;
  readonly atMost?: number;
};

/** One measured number beside its target. `show` writes both. */
export type Verdict = {
  readonly target: Target;
  readonly measured: number | null;
  readonly show: (value: number) => string;
};

/** `met`, or by how much it is missed; `not measured` without a number. */
export function verdictOf({ target, measured, show }: Verdict): string {
  if (measured === null) return 'not measured';
  const { atLeast = -Infinity, atMost = Infinity } = target;
  if (measured < atLeast) return `short by ${show(atLeast - measured)}`;
  if (measured > atMost) return `over by ${show(measured - atMost)}`;
  return 'met';
}

/** The targets of a section, with what was measured. */
export function targetTable(verdicts: readonly Verdict[]): string {
  return table(
    ['target', 'asked', 'measured', 'verdict'],
    verdicts.map((verdict) => {
      const { target, measured, show } = verdict;
      const bound = target.atLeast === undefined ? '≤' : '≥';
      return [
        target.name,
        `${bound} ${show(target.atLeast ?? target.atMost ?? 0)}`,
        measured === null ? '–' : show(measured),
        verdictOf(verdict),
      ];
    }),
  );
}
