import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { parseYaml } from '../variants/parse-variant.ts';
import type { Meter } from './metering-model.ts';
import type { RunRow } from './run-row.ts';

const price = z.strictObject({
  /** US dollars for a million tokens. */
  in: z.number().min(0),
  out: z.number().min(0),
  readOn: z.string(),
});

/** Prices by the name of the model. */
export type PriceTable = Readonly<Record<string, z.infer<typeof price>>>;

/**
 * Reads `evals/prices.yaml`.
 * @throws {Error} with file and line of every price that is wrong
 */
export async function readPriceTable(
  path: string = join(import.meta.dirname, '..', 'prices.yaml'),
): Promise<PriceTable> {
  return parseYaml(await readFile(path, 'utf8'), 'evals/prices.yaml', z.record(z.string(), price));
}

/** Characters of a token: a rule of thumb for French and English, good to a quarter or so. */
const charactersPerToken = 3.5;

/** Tokens from characters, for a provider that does not count them. */
export const estimateTokens = (characters: number): number =>
  Math.ceil(characters / charactersPerToken);

/** What a case used, and what it cost; the cost is `null` for a model without a price. */
export function usageOf(
  { charactersIn, charactersOut }: Pick<Meter, 'charactersIn' | 'charactersOut'>,
  model: string,
  prices: PriceTable,
): RunRow['usage'] {
  const tokens = { in: estimateTokens(charactersIn), out: estimateTokens(charactersOut) };
  return { ...tokens, estimated: true, costUsd: costOf(tokens, model, prices) };
}

/** US dollars; `null` for a model without a price. */
export function costOf(
  tokens: { readonly in: number; readonly out: number },
  model: string,
  prices: PriceTable,
): number | null {
  const known = Object.hasOwn(prices, model) ? prices[model]! : null;
  return known && (tokens.in * known.in + tokens.out * known.out) / 1_000_000;
}
