import type { Form } from '../../language/question-forms.ts';
import type { ScoredPassage } from '../search.ts';
import type { ExpectedWords, Wording } from './expected-words.ts';
import { type Sought, strengthBy, strengthIn } from './sought.ts';

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
  /** Scores in the keyword channels over all expected questions, against the best of each. */
  readonly stems: number;
  readonly grams: number;
  readonly words: number;
  readonly bigrams: number;
  readonly coverage: number;
};

/** The question as it is compared with wordings. */
export type Asked = {
  readonly sought: readonly Sought[];
  readonly form: Form;
  /** Folded content words, joined. */
  readonly folded: string;
};

/** Compares a question with an expected one. */
export function compare(
  asked: Asked,
  { wordings, quotations, titles }: ExpectedWords,
  signals: ScoredPassage['signals'],
): MatchFeatures {
  const compared = wordings.map((wording) => compareWording(asked, wording));
  const nearest = compared.reduce((best, one) => (nearness(one) > nearness(best) ? one : best));
  const sums = { worded: 0, usual: 0, quoted: 0, titled: 0, explained: 0 };
  let [all, missing] = [0, 0];
  for (const [at, sought] of asked.sought.entries()) {
    const { weight } = sought;
    const each = compared.map(({ strengths }) => strengths[at]!);
    const worded = Math.max(...each);
    const quoted = strengthIn(sought, quotations);
    const titled = strengthIn(sought, titles);
    const best = Math.max(worded, quoted, titled);
    all += weight;
    sums.worded += weight * worded;
    sums.usual += (weight * each.reduce((sum, value) => sum + value, 0)) / each.length;
    sums.quoted += weight * quoted;
    sums.titled += weight * titled;
    sums.explained += weight * best;
    if (sought.particular && best === 0) missing = Math.max(missing, weight);
  }
  const share = (sum: number) => (all > 0 ? sum / all : 0);
  const { named, naming, both, shared, unasked, letters, form } = nearest;
  return {
    ...{ named, naming, both, shared, unasked, letters, form, missing },
    worded: share(sums.worded),
    usual: share(sums.usual),
    quoted: share(sums.quoted),
    titled: share(sums.titled),
    explained: share(sums.explained),
    stems: signals.stems,
    grams: signals.grams,
    words: signals.words,
    bigrams: signals.bigrams,
    coverage: signals.coverage,
  };
}

type Compared = Pick<
  MatchFeatures,
  'named' | 'naming' | 'both' | 'letters' | 'form' | 'unasked' | 'shared'
> & {
  /** How well the wording names each word of the question. */
  readonly strengths: readonly number[];
};

function compareWording({ sought, form, folded }: Asked, wording: Wording): Compared {
  const strengths = sought.map((one) => strengthIn(one, wording.stems));
  const asked = sought.reduce((sum, { weight }) => sum + weight, 0);
  const shared = sought.reduce((sum, { weight }, at) => sum + weight * strengths[at]!, 0);
  const inPhrase = new Set(
    sought.flatMap(({ phrases }) =>
      phrases.flatMap(({ stems }) => (stems.every((stem) => wording.stems.has(stem)) ? stems : [])),
    ),
  );
  let [all, back, unasked] = [0, 0, 0];
  for (const { weight, stems } of wording.tokens) {
    const strength = stems.some((stem) => inPhrase.has(stem))
      ? 0.95
      : Math.max(0, ...sought.flatMap((one) => stems.map((stem) => strengthBy(one, stem))));
    all += weight;
    back += weight * strength;
    unasked = Math.max(unasked, weight * (1 - strength));
  }
  const named = asked > 0 ? shared / asked : 0;
  const naming = all > 0 ? back / all : 0;
  return {
    ...{ strengths, shared, named, naming, unasked },
    both: named + naming > 0 ? (2 * named * naming) / (named + naming) : 0,
    letters: likeness(folded, wording.folded),
    form: formAgreement(form, wording.form),
  };
}

const nearness = ({ named, naming, form, letters }: Compared): number =>
  named + naming + 0.3 * form + 0.3 * letters;

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
