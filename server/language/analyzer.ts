import snowball from 'snowball-stemmers';
import { detectLanguage, type Language } from './detect-language.ts';
import { stopWords } from './stop-words.ts';
import { foldAccents, tokenize } from './tokenize.ts';

/** A text as retrieval sees it, in order, stop words left out. */
export type AnalyzedText = {
  /** Snowball stems, accents folded after stemming; two for a word analyzed in both languages. */
  readonly stems: readonly string[];
  /** Words as written, lower case, accents folded. */
  readonly words: readonly string[];
  /** Each stem with the word it is from. */
  readonly tokens: readonly { readonly stem: string; readonly word: string }[];
};

export type Analyzer = {
  /** Analyzes in the text's own language; on a tie in both, with the union of the stems. */
  analyze(text: string, language?: Language): AnalyzedText;
  /** The stem of one word, accents folded. */
  stem(word: string, language: Language): string;
};

const maxCachedStems = 200_000;

/** Analyzer for French and English; keeps a cache of stems, so one is shared by a process. */
export function createAnalyzer(): Analyzer {
  const stemmers = { fr: snowball.newStemmer('french'), en: snowball.newStemmer('english') };
  const caches = { fr: new Map<string, string>(), en: new Map<string, string>() };

  const stem = (word: string, language: Language): string => {
    const cache = caches[language];
    const known = cache.get(word);
    if (known !== undefined) return known;
    // Words with digits ("s3", "2024", "f1") are names: stemming would only damage them.
    const stemmed = /\p{N}/u.test(word) ? word : stemmers[language].stem(word.normalize('NFC'));
    const folded = foldAccents(stemmed);
    if (cache.size >= maxCachedStems) cache.clear();
    cache.set(word, folded);
    return folded;
  };

  const analyzeIn = (tokens: readonly string[], languages: readonly Language[]): AnalyzedText => {
    const found: { stem: string; word: string }[] = [];
    const words: string[] = [];
    for (const token of tokens) {
      const folded = foldAccents(token);
      if (languages.every((language) => stopWords[language].has(folded))) continue;
      words.push(folded);
      const forms = new Set(languages.map((language) => stem(token, language)));
      for (const form of forms) found.push({ stem: form, word: folded });
    }
    return { stems: found.map((one) => one.stem), words, tokens: found };
  };

  return {
    stem,
    analyze(text, language) {
      const tokens = tokenize(text);
      const found = language ?? detectLanguage(text, tokens);
      return analyzeIn(tokens, found ? [found] : ['fr', 'en']);
    },
  };
}
