import type { Form } from '../../language/question-forms.ts';
import { nameIn, type Sought } from './match-concepts.ts';
import { tokenWeight, type Wording, type WordingIndex } from './wording-index.ts';

/** What speaks for and against a question's being the one that was expected; from 0 to 1 unless said otherwise. */
export type MatchFeatures = {
  /** Share of the question, by weight, that the nearest wording names. */
  readonly named: number;
  /** Share of the nearest wording that the question names. */
  readonly naming: number;
  /** Harmonic mean of the two. */
  readonly both: number;
  /** Share of the question that all wordings together name. */
  readonly worded: number;
  /** Mean, over the wordings, of the share of the question that each names. */
  readonly usual: number;
  /** Share of the question that the quotations name. */
  readonly quoted: number;
  /** Share of the question that the document's title and the headings above the quotations name. */
  readonly titled: number;
  /** Share of the question that any of these name. */
  readonly explained: number;
  /** Weight of the heaviest particular word of the question that none of them names. */
  readonly missing: number;
  /** Groups of three letters that the question and the nearest wording share (Dice). */
  readonly letters: number;
  /** 1 for the same kind of question, 0.5 where either does not tell, 0 for another. */
  readonly form: number;
  /** Weight of the heaviest word of the wording that the question does not name. */
  readonly unasked: number;
  /** Weight that the question and the nearest wording share; not bounded. */
  readonly shared: number;
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
): Pick<MatchFeatures, 'named' | 'naming' | 'both' | 'letters' | 'form' | 'unasked' | 'shared'> {
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
  const share = asked > 0 ? named / asked : 0;
  const back = all > 0 ? naming / all : 0;
  return {
    named: share,
    naming: back,
    both: share + back > 0 ? (2 * share * back) / (share + back) : 0,
    shared: named,
    unasked,
    letters: likeness(folded, wording.folded),
    form: formAgreement(form, wording.form),
  };
}

/** Where else than in the nearest wording the question's words may stand. */
export type Surroundings = {
  readonly wordings: readonly ReadonlySet<string>[];
  readonly quotations: ReadonlySet<string>;
  readonly titles: ReadonlySet<string>;
};

/** What the wordings, the quotations and the titles of an expected question name of a question. */
export function explain(
  sought: readonly Sought[],
  { wordings, quotations, titles }: Surroundings,
): Pick<MatchFeatures, 'worded' | 'usual' | 'quoted' | 'titled' | 'explained' | 'missing'> {
  const sums = { worded: 0, usual: 0, quoted: 0, titled: 0, explained: 0 };
  let [asked, missing] = [0, 0];
  for (const one of sought) {
    const each = wordings.map((held) => nameIn(one, held));
    const worded = Math.max(0, ...each);
    const quoted = nameIn(one, quotations);
    const titled = nameIn(one, titles);
    const best = Math.max(worded, quoted, titled);
    asked += one.weight;
    sums.worded += one.weight * worded;
    sums.usual += (one.weight * each.reduce((sum, value) => sum + value, 0)) / (each.length || 1);
    sums.quoted += one.weight * quoted;
    sums.titled += one.weight * titled;
    sums.explained += one.weight * best;
    if (one.particular && best === 0) missing = Math.max(missing, one.weight);
  }
  const share = (sum: number) => (asked > 0 ? sum / asked : 0);
  return {
    worded: share(sums.worded),
    usual: share(sums.usual),
    quoted: share(sums.quoted),
    titled: share(sums.titled),
    explained: share(sums.explained),
    missing,
  };
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
