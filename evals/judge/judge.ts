/** Two answers to one question, in the order in which a judge sees them. */
export type Pair = {
  /** The conversation; the last turn is the question. */
  readonly turns: readonly string[];
  readonly first: string;
  readonly second: string;
};

export type Preference = 'first' | 'second' | 'tie';

/** Something or someone that prefers one of two answers: a model here, a fake in tests. */
export type Judge = {
  readonly name: string;
  /** Of its instructions: a judge with others is another judge. */
  readonly promptHash: string;
  /** @throws {Error} when it gives no verdict: that is no verdict for either side */
  prefer(pair: Pair, signal: AbortSignal): Promise<Preference>;
};

/** Which of two answers a judge prefers, asked in both orders. */
export type SwappedVerdict = {
  readonly preference: 'a' | 'b' | 'tie';
  /** False when the verdict followed the place and not the answer: it then counts as a tie. */
  readonly consistent: boolean;
};

/**
 * Asks a judge twice, with the answers in either order: judges favour a place (Zheng et al., *Judging LLM-as-a-judge*,
 * 2023, §3.4), and what changes with the order is no preference.
 * @throws {Error} when either verdict is missing
 */
export async function preferSwapped(
  judge: Pick<Judge, 'prefer'>,
  { turns, a, b }: { readonly turns: readonly string[]; readonly a: string; readonly b: string },
  signal: AbortSignal,
): Promise<SwappedVerdict> {
  const there = await judge.prefer({ turns, first: a, second: b }, signal);
  const back = await judge.prefer({ turns, first: b, second: a }, signal);
  const one = { first: 'a', second: 'b', tie: 'tie' } as const;
  const other = { first: 'b', second: 'a', tie: 'tie' } as const;
  if (one[there] === other[back]) return { preference: one[there], consistent: true };
  return { preference: 'tie', consistent: false };
}
