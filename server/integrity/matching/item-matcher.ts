import type { RegisterItem } from '../register/register.ts';
import type { Steps } from '../run-at-once.ts';
import { characterGrams } from './grams.ts';

/** How much of an item a message says, 0 to 1, in the wording that fits best. */
export type Likeness = {
  readonly item: RegisterItem;
  /** Share of the statement's character runs, rare ones counting more. */
  readonly verbatim: number;
  /** Share of the statement's notions, rare ones counting more; 0 when fewer than two are shared. */
  readonly notions: number;
  /** The same, when even one is shared. */
  readonly loose: number;
  /** For steps to put in order: the positions, in `item.options`, of those that the message says. */
  readonly steps: readonly number[];
  /** Those of which it says something. */
  readonly touched: readonly number[];
  /** Those of which it says a notion that few statements have. */
  readonly brushed: readonly number[];
  /** Notions of few statements that it shares with the steps: one alone can be of several. */
  readonly stepNotions: number;
};

export type ItemMatcher = {
  /** Every item that the text is at all like. */
  match(text: string): readonly Likeness[];
};

export type MatchTools = {
  /** Notions of a text in whatever language, without the names of roles. */
  readonly notionsOf: (text: string) => ReadonlySet<string>;
  /** The text without the names of roles: which role a student proposes must not move the match. */
  readonly withoutRoles: (text: string) => string;
};

type Wording = {
  readonly item: number;
  /** Position among the steps of an `order` item; `null` for a statement. */
  readonly step: number | null;
  /** The statement as printed, or a step of it. */
  readonly isStem: boolean;
  readonly grams: ReadonlySet<string>;
  readonly notions: ReadonlySet<string>;
};

/** A step counts as said from this share of its notions on. */
const stepSaid = 0.6;
/** It is touched from this share on. */
const stepTouched = 0.3;
/** Weight from which a notion is one of few statements: about one in seven has it. */
const rareNotion = 2;
/** Fewer shared notions are a coincidence, but of a statement about a role, which the message names as well. */
const minShared = 2;
/** Share of a paraphrase's notions without which its characters do not count. */
const paraphraseNotions = 0.5;

/**
 * Compares a message with the statements of exam items: by runs of four characters, which survive slips of the pen, and
 * by notions, which survive other words and other languages.
 */
export function* itemMatcherInSteps(
  items: readonly RegisterItem[],
  tools: MatchTools,
): Steps<ItemMatcher> {
  const wordings: Wording[] = [];
  for (const [index, item] of items.entries()) {
    wordings.push(...wordingsOf(item, index, tools));
    yield;
  }
  const gramWeights = weights(
    wordings.map(({ grams }) => grams),
    items.length,
  );
  const notionWeights = weights(
    wordings.map(({ notions }) => notions),
    items.length,
  );
  const byGram = invert(wordings.map(({ grams }) => grams));
  const byNotion = invert(wordings.map(({ notions }) => notions));
  const total = (set: ReadonlySet<string>, by: ReadonlyMap<string, number>) =>
    [...set].reduce((sum, one) => sum + (by.get(one) ?? 0), 0);
  const gramTotals = wordings.map(({ grams }) => total(grams, gramWeights));
  const notionTotals = wordings.map(({ notions }) => total(notions, notionWeights));
  yield;

  return {
    match(message) {
      const text = tools.withoutRoles(message);
      const grams = new Float64Array(wordings.length);
      const notions = new Float64Array(wordings.length);
      const shared = new Uint16Array(wordings.length);
      const rare = new Uint8Array(wordings.length);
      const ofSteps = new Map<number, Set<string>>();
      for (const gram of characterGrams(text)) {
        for (const at of byGram.get(gram) ?? []) grams[at] = grams[at]! + gramWeights.get(gram)!;
      }
      for (const notion of tools.notionsOf(text)) {
        for (const at of byNotion.get(notion) ?? []) {
          const weight = notionWeights.get(notion)!;
          notions[at] = notions[at]! + weight;
          shared[at] = shared[at]! + 1;
          if (weight < rareNotion) continue;
          rare[at] = 1;
          const { item, step } = wordings[at]!;
          if (step !== null) ofSteps.set(item, (ofSteps.get(item) ?? new Set()).add(notion));
        }
      }
      const best = new Map<number, Likeness>();
      for (const [at, { item, step, isStem }] of wordings.entries()) {
        const enough = shared[at]! >= (items[item]!.kind === 'truth' ? 1 : minShared);
        const loose = notionTotals[at]! > 0 ? notions[at]! / notionTotals[at]! : 0;
        const share = enough ? loose : 0;
        // A paraphrase of few words is like any other sentence, unless a notion of it is there too.
        const counts = gramTotals[at]! > 0 && (isStem || loose >= paraphraseNotions);
        const verbatim = counts ? grams[at]! / gramTotals[at]! : 0;
        const isSaid = step !== null && Math.max(share, verbatim) >= stepSaid;
        const known = best.get(item);
        best.set(item, {
          item: items[item]!,
          verbatim: Math.max(known?.verbatim ?? 0, step === null ? verbatim : 0),
          notions: Math.max(known?.notions ?? 0, step === null ? share : 0),
          loose: Math.max(known?.loose ?? 0, step === null ? loose : 0),
          steps: [...(known?.steps ?? []), ...(isSaid ? [step] : [])],
          touched: [
            ...(known?.touched ?? []),
            ...(step !== null && loose >= stepTouched ? [step] : []),
          ],
          stepNotions: ofSteps.get(item)?.size ?? 0,
          brushed: [...(known?.brushed ?? []), ...(step !== null && rare[at] ? [step] : [])],
        });
      }
      return [...best.values()].filter(
        ({ verbatim, loose, steps }) => verbatim > 0 || loose > 0 || steps.length > 0,
      );
    },
  };
}

/** Notions that turn or colour a statement and do not say what it is about. */
export const hedges: ReadonlySet<string> = new Set(['never', 'mainly', 'concern', 'several']);

function wordingsOf(
  item: RegisterItem,
  index: number,
  { notionsOf, withoutRoles }: MatchTools,
): readonly Wording[] {
  const wording = (text: string, step: number | null, isStem = true): Wording => {
    const bare = withoutRoles(text);
    const notions = new Set([...notionsOf(bare)].filter((notion) => !hedges.has(notion)));
    return { item: index, step, isStem, grams: characterGrams(bare), notions };
  };
  const steps = item.kind === 'order' ? item.options : [];
  return [
    wording(item.stem, null),
    ...(item.kind === 'row' && item.options.length > 0
      ? [wording([item.stem, ...item.options].join(' '), null)]
      : []),
    ...item.paraphrases.map((text) => wording(text, null, false)),
    ...steps.map((step, at) => wording(step, at)),
  ];
}

/** ln(1 + wordings / wordings that hold it): the rarer among the statements, the more it tells. */
function weights(sets: readonly ReadonlySet<string>[], items: number): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const set of sets) for (const one of set) counts.set(one, (counts.get(one) ?? 0) + 1);
  const all = Math.max(sets.length, items);
  return new Map([...counts].map(([one, count]) => [one, Math.log(1 + all / count)]));
}

function invert(sets: readonly ReadonlySet<string>[]): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  for (const [at, set] of sets.entries()) {
    for (const one of set) {
      const known = places.get(one);
      if (known) known.push(at);
      else places.set(one, [at]);
    }
  }
  return places;
}
