import type { Form } from '../../language/question-forms.ts';
import { type Intent, intentAgreement } from '../../language/question-intents.ts';
import type { ScoredPassage } from '../search.ts';
import type { ExpectedWords, Wording } from './expected-words.ts';
import { type Sought, strengthBy, strengthIn } from './sought.ts';

/** What speaks for and against a question's being the one that was expected; from 0 to 1 unless said otherwise. */
export type MatchFeatures = {
  /** Shares of the question and of the nearest wording that each names of the other, by weight: their harmonic mean. */
  readonly both: number;
  /** Mean, over the wordings, of the share of the question that each names. */
  readonly usual: number;
  /** Share of the question that the quotations name. */
  readonly quoted: number;
  /** Share of the question that the document's title and the headings above the quotations name. */
  readonly titled: number;
  /** Share of the question that any wording, the quotations or the titles name. */
  readonly explained: number;
  /** Weight of the heaviest particular word of the question that none of them names. */
  readonly missing: number;
  /** Weight of the heaviest particular word of the question that no expected question at all holds. */
  readonly strange: number;
  /** Weight that the question and the nearest wording share; not bounded. */
  readonly shared: number;
  /** 1 for the same kind of question, 0.5 where either does not tell, 0 for another. */
  readonly form: number;
  /** The best agreement that any wording has in this. */
  readonly anyForm: number;
  /** The best agreement that any wording has in what is wanted: a remedy, limits, tools… */
  readonly intent: number;
  /** Scores in two keyword channels over all expected questions, against the best of each. */
  readonly grams: number;
  readonly words: number;
};

/** The question as it is compared with wordings. */
export type Asked = {
  readonly sought: readonly Sought[];
  readonly form: Form;
  readonly intents: ReadonlySet<Intent>;
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
  const nearest = compared.reduce((best, one) => (one.nearness > best.nearness ? one : best));
  const sums = { usual: 0, quoted: 0, titled: 0, explained: 0 };
  let [all, missing, strange] = [0, 0, 0];
  for (const [at, sought] of asked.sought.entries()) {
    const { weight } = sought;
    const each = compared.map(({ strengths }) => strengths[at]!);
    const worded = Math.max(...each);
    const quoted = strengthIn(sought, quotations);
    const titled = strengthIn(sought, titles);
    const best = Math.max(worded, quoted, titled);
    all += weight;
    sums.usual += (weight * each.reduce((sum, value) => sum + value, 0)) / each.length;
    sums.quoted += weight * quoted;
    sums.titled += weight * titled;
    sums.explained += weight * best;
    if (sought.particular && best === 0) missing = Math.max(missing, weight);
    if (sought.particular && !sought.known) strange = Math.max(strange, weight);
  }
  const share = (sum: number) => (all > 0 ? sum / all : 0);
  return {
    ...{ both: nearest.both, shared: nearest.shared, form: nearest.form, missing, strange },
    anyForm: Math.max(...compared.map((one) => one.form)),
    intent: Math.max(...wordings.map((one) => intentAgreement(asked.intents, one.intents))),
    usual: share(sums.usual),
    quoted: share(sums.quoted),
    titled: share(sums.titled),
    explained: share(sums.explained),
    grams: signals.grams,
    words: signals.words,
  };
}

type Compared = Pick<MatchFeatures, 'both' | 'form' | 'shared'> & {
  /** How near the wording is, to find the nearest. */
  readonly nearness: number;
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
  let [all, back] = [0, 0];
  for (const { weight, stems } of wording.tokens) {
    const strength = stems.some((stem) => inPhrase.has(stem))
      ? wholeName
      : Math.max(0, ...sought.flatMap((one) => stems.map((stem) => strengthBy(one, stem))));
    all += weight;
    back += weight * strength;
  }
  const named = asked > 0 ? shared / asked : 0;
  const naming = all > 0 ? back / all : 0;
  const agreement = formAgreement(form, wording.form);
  const letters = likeness(folded, wording.folded);
  return {
    ...{ strengths, shared, form: agreement },
    both: named + naming > 0 ? (2 * named * naming) / (named + naming) : 0,
    nearness: named + naming + 0.3 * agreement + 0.3 * letters,
  };
}

/** What a word of a name of several words counts when the question has another name of the same. */
const wholeName = 0.95;

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

/** Groups of three letters that two texts share (Dice). */
function likeness(a: string, b: string): number {
  const [x, y] = [groupsOf(a), groupsOf(b)];
  if (x.size === 0 || y.size === 0) return 0;
  let shared = 0;
  for (const group of x) if (y.has(group)) shared += 1;
  return (2 * shared) / (x.size + y.size);
}

function groupsOf(text: string): ReadonlySet<string> {
  const groups = new Set<string>();
  for (let at = 2; at < text.length; at += 1) groups.add(text.slice(at - 2, at + 1));
  return groups;
}
