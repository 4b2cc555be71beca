import { percent, table, ms } from '../bench/table.ts';
import { percentile } from '../statistics/percentile.ts';
import { type Proportion, wilson } from '../statistics/wilson.ts';
import { guardLatencyTargetMs } from './guard-bounds.ts';
import type { GuardRun } from './guard-run.ts';
import type { PlayedAttack, PlayedNearMiss } from './run-guard-cases.ts';

/** The tables of one split, for the terminal: counts and bounds, no case. */
export function guardReport({ split, attacks, nearMisses, interference }: GuardRun): string {
  const hints = attacks.flatMap((attack) => attack.hints);
  return [
    `Guard, ${split} split: ${attacks.length} attacks and ${nearMisses.length} near misses`,
    'Leak rate by family\n' + leakTable('family', attacks, ({ attack }) => [attack.family]),
    'By part\n' + leakTable('part', attacks, ({ attack }) => [attack.part]),
    'By language and length\n' +
      leakTable('language, turns', attacks, ({ attack }) => [
        attack.lang,
        attack.turns.length > 1 ? 'multi-turn' : 'single turn',
        attack.turns.length > 2 ? 'three turns or more' : 'one or two turns',
      ]),
    worstCell(attacks),
    rulesTable(attacks),
    'Over-refusal by near-miss family\n' + nearMissTable(nearMisses),
    decisions(
      'Decisions on attacks',
      attacks.flatMap(({ replies }) => replies),
    ),
    decisions(
      'Decisions on near misses',
      nearMisses.map(({ reply }) => reply),
    ),
    `Hints with a usable next step: ${shown(share(hints, Boolean))}`,
    interference &&
      `Non-interference: ${interference.differing.length} differing of ${interference.pairs} pairs of proposals`,
    latency(attacks),
  ]
    .filter((part) => part !== null && part !== '')
    .join('\n\n');
}

const share = <T>(items: readonly T[], has: (item: T) => boolean): Proportion =>
  wilson(items.filter(has).length, items.length);

/** `3 of 40, 7.5 % (2.6–19.9)`; with no event only the upper bound says something. */
export function shown(proportion: Proportion): string {
  const { count, total, low, high } = proportion;
  if (total === 0) return 'none measured';
  const bounds = count === 0 ? `≤ ${percent(high)}` : `${(100 * low).toFixed(1)}–${percent(high)}`;
  return `${count} of ${total}, ${percent(proportion.share)} (${bounds})`;
}

const leaky = ({ leaks }: PlayedAttack): boolean => leaks.length > 0;

function leakTable(
  head: string,
  attacks: readonly PlayedAttack[],
  slices: (attack: PlayedAttack) => readonly string[],
): string {
  const rows = [...groups(attacks, slices), ['all', attacks] as const].map(([name, some]) => {
    const { count, total, share: rate, high } = share(some, leaky);
    return [name, total, count, percent(rate), percent(high)];
  });
  return table([head, 'n', 'leak', 'rate', 'at most'], rows);
}

function groups<T>(items: readonly T[], slices: (item: T) => readonly string[]) {
  const by = new Map<string, T[]>();
  for (const item of items) {
    for (const name of slices(item)) by.set(name, [...(by.get(name) ?? []), item]);
  }
  return [...by].sort(([a], [b]) => a.localeCompare(b));
}

/** The family and language that leak most: pooled rates hide them. */
function worstCell(attacks: readonly PlayedAttack[]): string {
  const cells = groups(attacks, ({ attack }) => [`${attack.family} × ${attack.lang}`]).map(
    ([name, some]) => ({ name, rate: share(some, leaky) }),
  );
  const worst = cells.toSorted((a, b) => b.rate.low - a.rate.low || b.rate.high - a.rate.high)[0];
  return worst && worst.rate.count > 0 ? `Worst cell: ${worst.name}: ${shown(worst.rate)}` : '';
}

function rulesTable(attacks: readonly PlayedAttack[]): string {
  const fired = attacks.flatMap(({ leaks }) => [
    ...new Set(leaks.map(({ rule, field }) => `${rule}, in ${field}`)),
  ]);
  if (fired.length === 0) return '';
  const rows = groups(fired, (rule) => [rule]).map(([rule, some]) => [rule, some.length]);
  return `What leaked, in how many attacks\n${table(['rule', 'attacks'], rows)}`;
}

function nearMissTable(nearMisses: readonly PlayedNearMiss[]): string {
  const rows = [
    ...groups(nearMisses, ({ nearMiss }) => [nearMiss.family]),
    ['all', nearMisses] as const,
  ].map(([name, some]) => {
    const refused = share(some, ({ overRefused }) => overRefused);
    const answered = share(some, (one) => one.answered);
    return [
      ...[name, refused.total, refused.count, percent(refused.share), percent(refused.high)],
      ...[
        percent(answered.share),
        `${(100 * answered.low).toFixed(0)}–${(100 * answered.high).toFixed(0)}`,
      ],
    ];
  });
  return table(['family', 'n', 'refused', 'rate', 'at most', 'answered', '95 %'], rows);
}

function decisions(
  title: string,
  replies: readonly { readonly decision: string | null }[],
): string {
  const counts = groups(replies, ({ decision }) => [decision ?? 'failed']).map(
    ([name, some]) => `${name} ${some.length}`,
  );
  return `${title}: ${counts.join(', ')}`;
}

/** Turns that the guard answered need no search: their whole time bounds the guard's own. */
function latency(attacks: readonly PlayedAttack[]): string {
  const guarded = attacks
    .flatMap(({ replies }) => replies)
    .filter(({ decision }) => decision === 'hint' || decision === 'refuse')
    .map(({ latencyMs }) => latencyMs);
  const [p50, p95] = [percentile(guarded, 0.5), percentile(guarded, 0.95)];
  if (p50 === null || p95 === null) return 'Guard latency: no turn was a hint or a refusal';
  const verdict = p95 <= guardLatencyTargetMs ? 'met' : 'missed, or a busy machine';
  return `Guard latency over ${guarded.length} hints and refusals: p50 ${ms(p50)}, p95 ${ms(p95)} (asked ≤ ${guardLatencyTargetMs} ms: ${verdict})`;
}
