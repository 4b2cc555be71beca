import { table } from '../bench/table.ts';
import type { GateVerdict } from '../report/report-model.ts';

const signs: Readonly<Record<GateVerdict['verdict'], string>> = {
  pass: 'holds',
  fail: 'FAILS',
  underpowered: 'not shown',
  void: 'VOID',
};

/** The gates, those that fail first; an advisory that is missed is called so. */
export function printGates(gates: readonly GateVerdict[]): string {
  if (gates.length === 0) return 'No gate is about these suites.';
  const order = (one: GateVerdict) =>
    one.class === 'advisory' ? 3 : ['void', 'fail', 'underpowered'].indexOf(one.verdict) % 3;
  const rank = (one: GateVerdict) => (order(one) < 0 ? 2.5 : order(one));
  const rows = gates
    .toSorted((a, b) => rank(a) - rank(b))
    .map((one) => [
      one.class === 'advisory' && one.verdict === 'fail' ? 'missed' : signs[one.verdict],
      one.class,
      one.gate,
      one.detail,
    ]);
  return table(['gate', 'class', 'metric', 'measured'], rows);
}

/** 2 when a gate could not be decided, 1 when one that counts fails, 0 when all hold. */
export function exitCodeOf(gates: readonly GateVerdict[], voids: readonly string[]): number {
  if (voids.length > 0 || gates.some(({ verdict }) => verdict === 'void')) return 2;
  return gates.some((one) => one.class !== 'advisory' && one.verdict === 'fail') ? 1 : 0;
}
