import { createHash } from 'node:crypto';
import type { Span } from '../documents/document.ts';
import type { Steps } from '../retrieval/run-in-slices.ts';
import { coreRunsOf, type Rubric, runsOf, wordsOf } from './rubric.ts';
import type { Evidence } from './read-evidence.ts';

/**
 * Runs of five words of the sealed texts, as digests with a key of the process: a draft that copies them is found, and
 * nothing here gives them back.
 */
export type SolutionPrints = {
  readonly size: number;
  has(run: string): boolean;
  /** The same for runs of three content words. */
  hasCore(run: string): boolean;
};

/** @param key anything that is not known outside of the process */
export function createSolutionPrints(texts: readonly string[], key: string): SolutionPrints {
  const digest = (run: string): string =>
    createHash('sha256').update(key).update(run).digest('base64').slice(0, 12);
  const digests = new Set(texts.flatMap((text) => runsOf(text).map(digest)));
  const core = new Set(texts.flatMap((text) => coreRunsOf(wordsOf(text)).map(digest)));
  return {
    size: digests.size,
    has: (run) => digests.has(digest(run)),
    hasCore: (run) => core.has(digest(run)),
  };
}

/** Lines with this share of their runs in a solution, or with so many of them, are copied. */
const copiedShare = 0.3;
const copiedRuns = 4;
const copiedLines = 3;
const copiedPart = 1 / 3;

/**
 * The lines of a draft that are copied, when there are enough: three, or a third of the draft.
 * Runs that the statement has too are nobody's.
 */
export function* copiedFrom(
  prints: SolutionPrints,
  { units }: Evidence,
  { statementCore }: Pick<Rubric, 'statementCore'>,
): Steps<readonly Span[]> {
  if (prints.size === 0) return [];
  const copied: Span[] = [];
  let copiedWords = 0;
  let words = 0;
  for (const { tokens, start, end } of units) {
    yield;
    words += tokens.length;
    const runs = coreRunsOf(tokens.map(({ word }) => word)).filter(
      (run) => !statementCore.has(run),
    );
    const hits = runs.filter((run) => prints.hasCore(run)).length;
    const isCopied = hits >= copiedRuns || (hits >= 2 && hits >= copiedShare * runs.length);
    if (!isCopied) continue;
    copied.push({ start, end });
    copiedWords += tokens.length;
  }
  const enough =
    copied.length >= copiedLines || (copied.length > 0 && copiedWords >= copiedPart * words);
  return enough ? copied : [];
}
