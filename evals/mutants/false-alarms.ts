import { compareMetrics, type MetricDifference } from '../report/compare-metrics.ts';
import type { RunRow } from '../runs/run-row.ts';
import { randomFrom } from '../statistics/random.ts';
import { wilson, type Proportion } from '../statistics/wilson.ts';

/** How often two runs of one and the same tutor would be told apart. */
export type FalseAlarms = {
  /** Pairs of runs in which any metric was called better or worse. */
  readonly any: Proportion;
  /** Metrics called so among all that were compared. */
  readonly single: Proportion;
  /** As `any`, with a tutor that wavers on all cases of a cluster at once: the hardest kind of chance. */
  readonly together: Proportion;
};

/** Share of the scores that come out otherwise when a wavering tutor is asked again. */
const waver = 0.15;

/**
 * Draws pairs of runs from one tutor that wavers: every score of the real run is, by chance, that of another case of the
 * same metric instead. Nothing differs between the two but chance, so every difference that is called is a false alarm.
 */
export function measureFalseAlarms(rows: readonly RunRow[], seeds: number): FalseAlarms {
  const values = valuesByMetric(rows);
  let [alarmed, called, compared, together] = [0, 0, 0, 0];
  for (let seed = 1; seed <= seeds; seed++) {
    const random = randomFrom(seed * 7919);
    const alone = () => askAgain(rows, values, random, () => random() < waver);
    const differences = compareMetrics(alone(), alone(), seed, 1);
    const alarms = differences.filter(isAlarm).length;
    compared += differences.length;
    called += alarms;
    if (alarms > 0) alarmed++;
    const clustered = () => {
      const clusters = new Set(rows.map(({ cluster }) => cluster));
      const wavering = new Set([...clusters].filter(() => random() < waver));
      return askAgain(rows, values, random, ({ cluster }) => wavering.has(cluster));
    };
    if (compareMetrics(clustered(), clustered(), seed, 1).some(isAlarm)) together++;
  }
  return {
    any: wilson(alarmed, seeds),
    single: wilson(called, compared),
    together: wilson(together, seeds),
  };
}

const isAlarm = ({ verdict }: MetricDifference): boolean => verdict !== 'no difference shown';

function valuesByMetric(rows: readonly RunRow[]): ReadonlyMap<string, readonly number[]> {
  const values = new Map<string, number[]>();
  for (const { metric, value } of rows.flatMap(({ scores }) => scores)) {
    if (value === null) continue;
    const known = values.get(metric);
    if (known) known.push(value);
    else values.set(metric, [value]);
  }
  return values;
}

/** The rows as if the tutor had been asked again: scores that waver are those of another case. */
function askAgain(
  rows: readonly RunRow[],
  values: ReadonlyMap<string, readonly number[]>,
  random: () => number,
  wavers: (row: RunRow) => boolean,
): readonly RunRow[] {
  return rows.map((row) => ({
    ...row,
    scores: row.scores.map((score) => {
      if (score.value === null || !wavers(row)) return score;
      const others = values.get(score.metric)!;
      return { ...score, value: others[Math.floor(random() * others.length)]! };
    }),
  }));
}
