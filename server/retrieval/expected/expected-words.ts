import type { Analyzer } from '../../language/analyzer.ts';
import { formalWords } from '../../language/formal-words.ts';
import { bareQuestion, type Form, formOf } from '../../language/question-forms.ts';
import { type Intent, intentsOf } from '../../language/question-intents.ts';
import type { TermWeights } from '../term-weights.ts';
import type { ExpectedTexts } from './expected-index.ts';

/** One wording of an expected question, cut into words. */
export type Wording = {
  readonly form: Form;
  readonly intents: ReadonlySet<Intent>;
  readonly tokens: readonly { readonly stems: readonly string[]; readonly weight: number }[];
  readonly stems: ReadonlySet<string>;
  /** Folded content words, joined. */
  readonly folded: string;
};

/** An expected question, cut into words. */
export type ExpectedWords = {
  /** Never empty. */
  readonly wordings: readonly Wording[];
  readonly quotations: ReadonlySet<string>;
  readonly titles: ReadonlySet<string>;
};

/** Share of a word's weight that words of a question's form have. */
const formalShare = 0.4;

/** Cuts the texts of an expected question into words, in both languages: a question may mix them. */
export function expectedWords(
  { asks, quotations, titles }: ExpectedTexts,
  weights: TermWeights,
  analyzer: Analyzer,
): ExpectedWords {
  const stemsIn = (text: string) =>
    new Set([...stemsByWord(text, analyzer).values()].flatMap((stems) => [...stems]));
  return {
    wordings: asks.map((ask) => {
      const words = stemsByWord(ask, analyzer);
      return {
        form: formOf(ask),
        intents: intentsOf(bareQuestion(ask)),
        tokens: [...words].map(([word, stems]) => ({
          stems: [...stems],
          weight:
            Math.min(...[...stems].map((stem) => weights.weightOf(stem))) *
            (formalWords.has(word) ? formalShare : 1),
        })),
        stems: new Set([...words.values()].flatMap((stems) => [...stems])),
        folded: [...words.keys()].join(' '),
      };
    }),
    quotations: stemsIn(quotations.join('\n')),
    titles: stemsIn(titles.join('\n')),
  };
}

function stemsByWord(text: string, analyzer: Analyzer): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const { word, stem } of analyzer.analyze(text).tokens) {
    const stems =
      found.get(word) ?? new Set([analyzer.stem(word, 'fr'), analyzer.stem(word, 'en')]);
    found.set(word, stems.add(stem));
  }
  return found;
}
