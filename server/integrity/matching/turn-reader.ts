import type { Span } from '../../documents/document.ts';
import type { ConceptLexicon } from '../reading/concepts.ts';
import type { RegisterItem } from '../register/register.ts';
import { runAtOnce, type Steps } from '../run-at-once.ts';
import { type Asks, readAsks } from './asks.ts';
import { speaksOfExam } from './exam-talk.ts';
import { hedges, type ItemMatcher, itemMatcherInSteps, type Likeness } from './item-matcher.ts';
import { memoised } from './memoised.ts';
import { createOptionNamer, type OptionNamer } from './option-namer.ts';
import { ownWords } from './own-words.ts';
import { readReferences, type References } from './references.ts';

/** What is read in the texts of one turn, each text once. */
export type TurnReader = {
  asksOf(text: string): Asks;
  /** Items that the text is at all like. */
  likesOf(text: string): readonly Likeness[];
  /** Roles, or whatever else the options are, that the text names. */
  namedIn(text: string): ReadonlySet<string>;
  /** Notions of the text, without roles and exam talk. */
  notionsOf(text: string): ReadonlySet<string>;
  /** Those that say what it is about. */
  subjectsOf(text: string): ReadonlySet<string>;
  /** Notions of an item in all its wordings, options too. */
  notionsOfItem(item: RegisterItem): ReadonlySet<string>;
  referencesIn(text: string): References;
  isOfExam(text: string): boolean;
  ownWords(text: string): number;
};

/** What reads every turn of a corpus. */
export type Readers = {
  readonly matcher: ItemMatcher;
  readonly options: OptionNamer;
  /** A reader for one turn. */
  openTurn(): TurnReader;
};

/** {@link readersInSteps} without a pause. */
export const createReaders = (items: readonly RegisterItem[], lexicon: ConceptLexicon): Readers =>
  runAtOnce(readersInSteps(items, lexicon));

/** Creates the readers of the items of a corpus, one item after another. */
export function* readersInSteps(
  items: readonly RegisterItem[],
  lexicon: ConceptLexicon,
): Steps<Readers> {
  const notionsOf = (text: string): ReadonlySet<string> =>
    new Set([...lexicon.conceptsIn(text)].filter((id) => lexicon.kindOf(id) === 'topic'));
  const withoutRoles = (text: string) => blankSpans(text, roleSpans(text, lexicon));
  const matcher = yield* itemMatcherInSteps(items, { notionsOf, withoutRoles });
  const options = createOptionNamer(items, lexicon);
  const notionsOfItems = new Map<RegisterItem, ReadonlySet<string>>();
  for (const item of items) {
    const wordings = [item.stem, ...item.paraphrases, ...item.options];
    notionsOfItems.set(item, notionsOf(wordings.join('\n')));
    yield;
  }
  return {
    matcher,
    options,
    openTurn: () => ({
      asksOf: memoised(readAsks),
      likesOf: memoised(matcher.match),
      namedIn: memoised(options.namedIn),
      notionsOf: memoised(notionsOf),
      subjectsOf: memoised(
        (text) => new Set([...notionsOf(text)].filter((notion) => !hedges.has(notion))),
      ),
      notionsOfItem: (item) => notionsOfItems.get(item)!,
      referencesIn: memoised(readReferences),
      isOfExam: memoised(speaksOfExam),
      ownWords: memoised((text) => ownWords(text, lexicon)),
    }),
  };
}

const roleSpans = (text: string, lexicon: ConceptLexicon) =>
  lexicon.spansIn(text).filter(({ concept }) => lexicon.kindOf(concept) === 'role');

function blankSpans(text: string, spans: readonly Span[]): string {
  let kept = '';
  let at = 0;
  for (const { start, end } of spans) {
    kept += `${text.slice(at, Math.max(at, start))} `;
    at = Math.max(at, end);
  }
  return kept + text.slice(at);
}
