import type { Asks } from '../matching/asks.ts';
import type { ItemMatcher } from '../matching/item-matcher.ts';
import type { OptionNamer } from '../matching/option-namer.ts';
import type { RegisterItem } from '../register/register.ts';
import type { SealedGrams } from './sealed-grams.ts';
import type { SolutionValues } from './solution-values.ts';

/** The rule that a text broke; all that is ever counted or logged of it. */
export type ScanRule =
  | 'sealed-run'
  | 'solution-value'
  | 'prompt-run'
  | 'hidden'
  | 'item-answer'
  | 'statement-verdict'
  | 'steps'
  | 'one-role'
  | 'unbacked';

/** Rules by which a sentence is left out; any other ends the text. */
export const leavesOut: ReadonlySet<ScanRule> = new Set(['one-role', 'unbacked']);

export type ScanHit = {
  readonly rule: ScanRule;
  /** The item that the text is about, when one is. */
  readonly item: RegisterItem | null;
};

export type ScanTools = {
  readonly items: readonly RegisterItem[];
  readonly grams: SealedGrams;
  readonly values: SolutionValues;
  /** The runs of words of the instructions that a model is given. */
  readonly instructions: SealedGrams;
  readonly matcher: ItemMatcher;
  readonly options: OptionNamer;
  readonly ambiguousIds: ReadonlySet<string>;
};

/** The turn that a text answers. */
export type ScannedTurn = {
  readonly question: string;
  readonly asks: Asks;
  /** Items that were spoken of in the last turns. */
  readonly armed: readonly RegisterItem[];
  /** True where the turn comes near an item. */
  readonly near: boolean;
};

/** A sentence says an item from this share on. */
export const saysItem = 0.55;

/** Whether the answer to an item is a job, or whatever its options are. */
export const fillsRole = ({ kind }: RegisterItem): boolean =>
  kind === 'choice' || kind === 'row' || kind === 'case';
