import { compareMetrics } from '../report/compare-metrics.ts';
import type { RunRow } from '../runs/run-row.ts';
import { randomFrom } from '../statistics/random.ts';
import { wilson, type Proportion } from '../statistics/wilson.ts';

/** How often two runs of one and the same tutor would be told apart. */
export type FalseAlarms = {
  /** Pairs of runs in which any metric was called better or worse. */
  readonly any: Proportion;
  /** Metrics called so among all that were compared. */
  readonly single: Proportion;
};

/** Share of the scores that come out otherwise when a wavering tutor is asked again. */
const waver = 0.15;

/**
 * Draws pairs of runs from one tutor that wavers: every score of the real run is, by chance, that of another case of the
 * same metric instead. Nothing differs between the two but chance, so every difference that is called is a false alarm.
 */
export function measureFalseAlarms(rows: readonly RunRow[], seeds: number): FalseAlarms {
  const values = new Map<string, number[]>();
  for (const { scores } of rows) {
    for (const { metric, value } of scores) {
      if (value !== null) values.set(metric, [...(values.get(metric) ?? []), value]);
    }
  }
  let [alarmed, called, compared] = [0, 0, 0];
  for (let seed = 1; seed <= seeds; seed++) {
    const random = randomFrom(seed * 7919);
    const again = (): readonly RunRow[] =>
      rows.map((row) => ({
        ...row,
        scores: row.scores.map((score) => {
          if (score.value === null || random() >= waver) return score;
          const others = values.get(score.metric)!;
          return { ...score, value: others[Math.floor(random() * others.length)]! };
        }),
      }));
    const differences = compareMetrics(again(), again(), seed);
    const alarms = differences.filter(({ verdict }) => verdict !== 'no difference shown').length;
    compared += differences.length;
    called += alarms;
    if (alarms > 0) alarmed++;
  }
  return { any: wilson(alarmed, seeds), single: wilson(called, compared) };
}
