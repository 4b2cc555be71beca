import { parse } from 'yaml';
import { z } from 'zod';
import { readQuickYaml } from '../documents/quick-yaml.ts';
import { TutorError } from '../errors.ts';
import type { AnalyzedText, Analyzer } from '../language/analyzer.ts';
import type { Language } from '../language/detect-language.ts';

const glossaryFile = z.strictObject({
  terms: z.array(
    z.strictObject({
      fr: z.array(z.string().min(1)).min(1),
      en: z.array(z.string().min(1)).min(1),
    }),
  ),
});

/** A term found in a text, with its other names in both languages. */
export type GlossaryMatch = {
  readonly name: string;
  /** Stems of the name as the text has it. */
  readonly stems: readonly string[];
  /** The folded words of the text that name it. */
  readonly words: readonly string[];
  readonly alternatives: readonly (AnalyzedText & { readonly name: string })[];
};

export type Glossary = {
  readonly size: number;
  /**
   * The terms that a text names; where two begin at one word, the longer. A French text may well hold English names,
   * so those of both languages are looked for unless `language` names one.
   */
  match(text: string, language?: Language | null): readonly GlossaryMatch[];
};

/**
 * Reads `glossary.yaml`: a list of terms, each with its French and its English names.
 * @throws {TutorError} `settings-wrong` when the file is not of that shape
 */
export function parseGlossary(source: string, path: string, analyzer: Analyzer): Glossary {
  const parsed = glossaryFile.safeParse(readYaml(source, path));
  if (!parsed.success) {
    const issue = parsed.error.issues[0]!;
    throw new TutorError(
      'settings-wrong',
      `${path} is no glossary at ${issue.path.join('.') || 'its top'} (${issue.message}); it needs a list "terms", each with a list "fr" and a list "en".`,
    );
  }
  return createGlossary(parsed.data.terms, analyzer);
}

function readYaml(source: string, path: string): unknown {
  const quick = readQuickYaml(source, 'core');
  if (quick) return quick.value;
  try {
    return parse(source);
  } catch (cause) {
    throw new TutorError(
      'settings-wrong',
      `${path} is not valid YAML (${firstLine(cause)}); correct it there, or remove the file.`,
      { cause },
    );
  }
}

const firstLine = (cause: unknown): string =>
  String((cause as Error).message)
    .split('\n')[0]!
    .replace(/:$/, '');

/** A glossary over `terms`; an empty list gives one that never matches. */
export function createGlossary(
  terms: readonly { readonly fr: readonly string[]; readonly en: readonly string[] }[],
  analyzer: Analyzer,
): Glossary {
  const known = { fr: new Map<string, Set<number>>(), en: new Map<string, Set<number>>() };
  const names = terms.map(({ fr, en }, entry) => {
    const named = [...inLanguage(fr, 'fr'), ...inLanguage(en, 'en')].map(({ name, language }) => ({
      name,
      language,
      ...analyzer.analyze(name, language),
    }));
    for (const { stems, language } of named) {
      if (stems.length === 0) continue;
      const key = stems.join(' ');
      known[language].set(key, (known[language].get(key) ?? new Set()).add(entry));
    }
    return named;
  });
  const longest = Math.max(0, ...names.flat().map(({ stems }) => stems.length));

  return {
    size: terms.length,
    match(text, only) {
      const found = new Map<string, GlossaryMatch>();
      for (const language of only ? [only] : languages) {
        const { tokens } = analyzer.analyze(text, language);
        for (const { start, length } of longestNames(tokens, known[language], longest)) {
          const part = tokens.slice(start, start + length);
          const stems = part.map(({ stem }) => stem);
          const key = stems.join(' ');
          const entries = [...known[language].get(key)!].flatMap((entry) => names[entry]!);
          const alternatives = distinct(entries.filter((other) => other.stems.join(' ') !== key));
          const name = entries.find((one) => one.stems.join(' ') === key)?.name ?? key;
          found.set(`${language} ${key}`, {
            name,
            stems,
            words: part.map(({ word }) => word),
            alternatives,
          });
        }
      }
      return [...found.values()];
    },
  };
}

const languages = ['fr', 'en'] as const;

const inLanguage = (names: readonly string[], language: Language) =>
  names.map((name) => ({ name, language }));

function distinct<T extends AnalyzedText>(texts: readonly T[]): readonly T[] {
  return [...new Map(texts.map((text) => [text.stems.join(' '), text])).values()].filter(
    ({ stems }) => stems.length > 0,
  );
}

/** Greedy, left to right: at each word the longest known name that begins there. */
function longestNames(
  tokens: AnalyzedText['tokens'],
  known: ReadonlyMap<string, unknown>,
  longest: number,
): readonly { readonly start: number; readonly length: number }[] {
  const keyOf = (start: number, length: number) =>
    tokens
      .slice(start, start + length)
      .map(({ stem }) => stem)
      .join(' ');
  const found: { start: number; length: number }[] = [];
  for (let start = 0; start < tokens.length;) {
    let length = Math.min(longest, tokens.length - start);
    while (length > 0 && !known.has(keyOf(start, length))) length -= 1;
    if (length > 0) found.push({ start, length });
    start += Math.max(length, 1);
  }
  return found;
}
