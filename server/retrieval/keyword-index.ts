import type { AnalyzedText, Analyzer } from '../language/analyzer.ts';
import type { Language } from '../language/detect-language.ts';
import { buildPostings, type FieldSettings, type Postings } from './postings.ts';

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
export function buildKeywordIndex(passages: readonly Passage[], analyzer: Analyzer): KeywordIndex {
  const forms = new Map<string, string[]>();
  const termsOf = (text: string, language?: Language) => {
    const analyzed = analyzer.analyze(text, language);
    for (const { word, stem } of analyzed.tokens) {
      const known = forms.get(word);
      if (!known) forms.set(word, [stem]);
      else if (!known.includes(stem)) known.push(stem);
    }
    return channelTerms(analyzed);
  };
  const terms = passages.map(({ text, title, language }) => ({
    body: termsOf(text, language),
    title: termsOf(title, language),
  }));
  const build = (channel: ChannelName): Postings =>
    buildPostings(
      terms.map(({ body, title }) =>
        channel === 'title' ? [title.title] : [body[channel], title[channel]],
      ),
      fields[channel],
    );
  return {
    stems: build('stems'),
    grams: build('grams'),
    words: build('words'),
    bigrams: build('bigrams'),
    title: build('title'),
    forms,
  };
}
