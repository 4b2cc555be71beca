import type { Course } from '../bench/course.ts';
import type { CaseSuite } from '../suites/case-suite.ts';
import type { Variant } from '../variants/variant.ts';
import { costOf, estimateTokens, type PriceTable } from './price-table.ts';
import type { Job } from './to-row.ts';
import { modelName } from './variant-ref.ts';

/** What a run would ask of its model at most. */
export type Estimate = {
  readonly cases: number;
  /** Taken over from earlier runs. */
  readonly cached: number;
  readonly calls: number;
  readonly tokensIn: number;
  readonly tokensOut: number;
  /** US dollars; `null` for a model without a price. */
  readonly costUsd: number | null;
};

/** Passages shown where a variant does not say. */
const usualPassages = 8;
/** Characters of a question, and of a reply with its quotations, from above. */
const usualCharacters = { question: 300, reply: 1_500 };

/**
 * Estimates from above what the jobs that are left would cost: every turn asks the model once, with full passages,
 * and with all earlier turns before it.
 */
export function estimateRun(
  { jobs, left }: { readonly jobs: readonly Job[]; readonly left: readonly Job[] },
  variant: Variant,
  tools: {
    readonly course: Pick<Course, 'tutor'>;
    readonly suites: readonly CaseSuite[];
    readonly prices: PriceTable;
  },
): Estimate {
  const { chunks } = tools.course.tutor.opened.index;
  const chunk = chunks.reduce((sum, { text }) => sum + text.length, 0) / Math.max(1, chunks.length);
  const asking = new Set(tools.suites.filter(({ asksModel }) => asksModel).map(({ name }) => name));
  const fixed =
    variant.promptText.rules.length +
    (variant.passages ?? usualPassages) * chunk +
    usualCharacters.question;
  const perTurn = usualCharacters.question + usualCharacters.reply;
  const turns = left.filter(({ suite }) => asking.has(suite)).map(({ one }) => one.turns.length);
  const calls = turns.reduce((sum, count) => sum + count, 0);
  const earlier = turns.reduce((sum, count) => sum + (count * (count - 1)) / 2, 0);
  const tokens = {
    in: estimateTokens(calls * fixed + earlier * perTurn),
    out: estimateTokens(calls * usualCharacters.reply),
  };
  return {
    ...{ cases: jobs.length, cached: jobs.length - left.length, calls },
    ...{ tokensIn: tokens.in, tokensOut: tokens.out },
    costUsd: costOf(tokens, modelName(variant), tools.prices),
  };
}
