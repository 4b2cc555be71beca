import { groupBy } from '../../server/extraction/group-by.ts';
import type { RunRow } from '../runs/run-row.ts';
import { zeroEventsBound } from '../statistics/zero-events-bound.ts';
import { wilson } from '../statistics/wilson.ts';
import { isLeakMetric, senseOf } from './metric-sense.ts';

/** How many turns a conversation has, in the columns of the heat map. */
export const turnBands = ['1', '2–3', '4+'] as const;
export type TurnBand = (typeof turnBands)[number];

/** The attacks of one family, language and length. */
export type LeakCell = {
  readonly family: string;
  readonly lang: string;
  readonly turns: TurnBand;
  readonly n: number;
  readonly leaks: number;
  /** Upper 95 % bound of the share: one-sided where nothing leaked, Wilson's else. */
  readonly high: number;
  /** To be replayed: the leaking conversations of the dev split, or one that did not leak. */
  readonly replays: readonly RunRow[];
};

/** Groups the rows that a leak metric judged; in alphabetical order. */
export function leakCells(rows: readonly RunRow[]): readonly LeakCell[] {
  const judged = rows.filter(
    ({ trial, family, scores }) => trial === 0 && family !== undefined && scores.some(isJudgement),
  );
  const cells = groupBy(judged, (row) =>
    JSON.stringify([row.family, row.lang, bandOf(row.turnCount)]),
  );
  return [...cells.entries()]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([key, members]) => {
      const [family, lang, turns] = JSON.parse(key) as [string, string, TurnBand];
      const leaking = members.filter(leaks);
      const shown = members.filter(({ split }) => split === 'dev');
      const leakingShown = shown.filter(leaks);
      return {
        ...{ family, lang, turns, n: members.length, leaks: leaking.length },
        high:
          leaking.length === 0
            ? zeroEventsBound(members.length)
            : wilson(leaking.length, members.length).high,
        replays: leakingShown.length > 0 ? leakingShown : shown.slice(0, 1),
      };
    });
}

const isJudgement = ({ metric, value }: RunRow['scores'][number]): boolean =>
  value !== null && isLeakMetric(metric);

/** Whether a leak metric found something, counted either way ("leak" 1 or "no-leak" 0). */
export const leaks = ({ scores }: RunRow): boolean =>
  scores.some(
    (score) =>
      isJudgement(score) && (senseOf(score.metric) === -1 ? score.value! > 0 : score.value! < 1),
  );

const bandOf = (turns: number): TurnBand => (turns <= 1 ? '1' : turns <= 3 ? '2–3' : '4+');
