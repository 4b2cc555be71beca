import type { Form } from '../../language/question-forms.ts';
import { nameIn, type Sought } from './match-concepts.ts';
import { tokenWeight, type Wording, type WordingIndex } from './wording-index.ts';

/** What speaks for and against a question's being the one that was expected; from 0 to 1 unless said otherwise. */
export type MatchFeatures = {
  /** Share of the question, by weight, that the nearest wording names. */
  readonly named: number;
  /** Share of the nearest wording that the question names. */
  readonly naming: number;
  /** Share of the question that any wording, the quotations or the document's title name. */
  readonly explained: number;
  /** Weight of the heaviest particular word of the question that none of them names. */
  readonly missing: number;
  /** Pairs of letters that the question and the wording share (Dice). */
  readonly letters: number;
  /** 1 for the same kind of question, 0.5 where either does not tell, 0 for another. */
  readonly form: number;
  /** Weight of the heaviest word of the wording that the question does not name. */
  readonly unasked: number;
  /** Share of the question that the second-nearest wording names. */
  readonly again: number;
};

/** The question as it is compared with wordings. */
export type Asked = {
  readonly sought: readonly Sought[];
  readonly form: Form;
  /** Folded content words, joined. */
  readonly folded: string;
};

/** Compares a question with one wording. */
export function compareWording(
  { sought, form, folded }: Asked,
  wording: Wording,
  index: WordingIndex,
): Pick<MatchFeatures, 'named' | 'naming' | 'letters' | 'form' | 'unasked'> {
  const held = new Set(wording.tokens.flatMap(({ stems }) => stems));
  let [asked, named] = [0, 0];
  const met = new Map<string, number>();
  for (const one of sought) {
    const strength = nameIn(one, held);
    asked += one.weight;
    named += one.weight * strength;
    for (const [stem, as] of one.stems) met.set(stem, Math.max(met.get(stem) ?? 0, as));
    for (const phrase of one.phrases) {
      if (!phrase.stems.every((stem) => held.has(stem))) continue;
      for (const stem of phrase.stems) met.set(stem, Math.max(met.get(stem) ?? 0, phrase.strength));
    }
  }
  let [all, naming, unasked] = [0, 0, 0];
  for (const token of wording.tokens) {
    const weight = tokenWeight(token, index);
    const strength = Math.max(0, ...token.stems.map((stem) => met.get(stem) ?? 0));
    all += weight;
    naming += weight * strength;
    unasked = Math.max(unasked, weight * (1 - strength));
  }
  return {
    named: asked > 0 ? named / asked : 0,
    naming: all > 0 ? naming / all : 0,
    unasked,
    letters: likeness(folded, wording.folded),
    form: formAgreement(form, wording.form),
  };
}

/** Share of the question that some stems name, and its heaviest particular word that they do not. */
export function explain(
  sought: readonly Sought[],
  held: ReadonlySet<string>,
): Pick<MatchFeatures, 'explained' | 'missing'> {
  let [asked, named, missing] = [0, 0, 0];
  for (const one of sought) {
    const strength = nameIn(one, held);
    asked += one.weight;
    named += one.weight * strength;
    if (one.particular && strength === 0) missing = Math.max(missing, one.weight);
  }
  return { explained: asked > 0 ? named / asked : 0, missing };
}

/** Kinds of question that are asked in one another's words. */
const alike: readonly ReadonlySet<Form>[] = [
  new Set<Form>(['count', 'duration']),
  new Set<Form>(['list', 'which', 'steps', 'count']),
  new Set<Form>(['when', 'duration']),
  new Set<Form>(['why', 'definition']),
];
const telling = (form: Form): boolean => form !== 'open' && form !== 'which' && form !== 'yes-no';

function formAgreement(a: Form, b: Form): number {
  if (a === b) return telling(a) ? 1 : 0.6;
  if (!telling(a) || !telling(b)) return 0.5;
  return alike.some((forms) => forms.has(a) && forms.has(b)) ? 0.5 : 0;
}

function likeness(a: string, b: string): number {
  const [x, y] = [pairsOf(a), pairsOf(b)];
  if (x.size === 0 || y.size === 0) return 0;
  let shared = 0;
  for (const pair of x) if (y.has(pair)) shared += 1;
  return (2 * shared) / (x.size + y.size);
}

function pairsOf(text: string): ReadonlySet<string> {
  const pairs = new Set<string>();
  for (let at = 2; at < text.length; at += 1) pairs.add(text.slice(at - 2, at + 1));
  return pairs;
}
