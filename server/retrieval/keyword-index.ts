import type { AnalyzedText, Analyzer } from '../language/analyzer.ts';
import type { Language } from '../language/detect-language.ts';
import type { FieldSettings } from './bm25.ts';
import type { Postings } from './postings.ts';
import { createPostingsBuilder, type PostingsBuilder } from './postings-builder.ts';
import { runAtOnce, type Steps } from './run-in-slices.ts';

/** What is indexed of one chunk. */
export type Passage = {
  /** Document title and heading path. */
  readonly title: string;
  readonly text: string;
  readonly language?: Language;
};

/** The channels of the keyword side, each with its own postings over the same passages. */
export const channelNames = ['stems', 'grams', 'words', 'bigrams', 'title'] as const;
export type ChannelName = (typeof channelNames)[number];

export type KeywordIndex = Readonly<Record<ChannelName, Postings>> & {
  /**
   * The stems that a folded word has in the corpus: "donnees" is typed, "données" is stemmed, and the two must meet.
   */
  readonly forms: ReadonlyMap<string, readonly string[]>;
};

const body: FieldSettings = { weight: 1, b: 0.75 };
const heading: FieldSettings = { weight: 2, b: 0.5 };

/** Fields of each channel: body then title, or the title alone. */
const fields: Readonly<Record<ChannelName, readonly FieldSettings[]>> = {
  stems: [body, heading],
  grams: [body, heading],
  words: [body, heading],
  bigrams: [body, heading],
  title: [{ weight: 1, b: 0.3 }],
};

/** The terms of an analyzed text in each channel but `title`, which takes the stems. */
export function channelTerms(text: AnalyzedText): Readonly<Record<ChannelName, readonly string[]>> {
  return {
    stems: text.stems,
    grams: text.words.flatMap(characterGrams),
    words: text.words,
    bigrams: adjacentPairs(text.stems),
    title: text.stems,
  };
}

/** Character 4-grams of `_word_`; a word of one or two letters is its own gram. */
export function characterGrams(word: string): string[] {
  // By letters, not code units: half a letter could not be written to a file and read back.
  const letters = Array.from(`_${word}_`);
  if (letters.length <= 4) return [letters.join('')];
  return letters.slice(3).map((_, at) => letters.slice(at, at + 4).join(''));
}

const adjacentPairs = (stems: readonly string[]): string[] =>
  stems.slice(1).map((stem, index) => `${stems[index]} ${stem}`);

/** Indexes passages in every channel; passage `i` is document `i` of every postings. */
export const buildKeywordIndex = (passages: readonly Passage[], analyzer: Analyzer): KeywordIndex =>
  runAtOnce(buildKeywordIndexInSteps(passages, analyzer));

/** {@link buildKeywordIndex}, in steps. */
export function* buildKeywordIndexInSteps(
  passages: readonly Passage[],
  analyzer: Analyzer,
): Steps<KeywordIndex> {
  const builders = createBuilders();
  const gramsOf = new Map<string, readonly number[]>();
  const forms = new Map<string, string[]>();
  const addText = (field: number, text: AnalyzedText) => {
    addTerms(builders.stems, field, text.stems);
    addTerms(builders.words, field, text.words);
    addTerms(builders.bigrams, field, adjacentPairs(text.stems));
    for (const word of text.words) {
      let grams = gramsOf.get(word);
      if (!grams) gramsOf.set(word, (grams = characterGrams(word).map(builders.grams.idOf)));
      for (const gram of grams) builders.grams.add(field, gram);
    }
    addForms(forms, text);
  };
  for (const { text, title, language } of passages) {
    addText(0, analyzer.analyze(text, language));
    const analyzedTitle = analyzer.analyze(title, language);
    addText(1, analyzedTitle);
    addTerms(builders.title, 0, analyzedTitle.stems);
    for (const channel of channelNames) builders[channel].endDocument();
    yield;
  }
  return {
    stems: yield* builders.stems.finish(),
    grams: yield* builders.grams.finish(),
    words: yield* builders.words.finish(),
    bigrams: yield* builders.bigrams.finish(),
    title: yield* builders.title.finish(),
    forms,
  };
}

const createBuilders = (): Readonly<Record<ChannelName, PostingsBuilder>> => ({
  stems: createPostingsBuilder(fields.stems),
  grams: createPostingsBuilder(fields.grams),
  words: createPostingsBuilder(fields.words),
  bigrams: createPostingsBuilder(fields.bigrams),
  title: createPostingsBuilder(fields.title),
});

function addTerms(builder: PostingsBuilder, field: number, terms: readonly string[]): void {
  for (const term of terms) builder.add(field, builder.idOf(term));
}

function addForms(forms: Map<string, string[]>, { tokens }: AnalyzedText): void {
  for (const { word, stem } of tokens) {
    const known = forms.get(word);
    if (!known) forms.set(word, [stem]);
    else if (!known.includes(stem)) known.push(stem);
  }
}
