import { parse } from 'yaml';
import { z } from 'zod';
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
  readonly stems: readonly string[];
  readonly alternatives: readonly (AnalyzedText & { readonly name: string })[];
};

export type Glossary = {
  readonly size: number;
  /** The terms that a text names, longest first; overlapping shorter ones are left out. */
  match(text: string): readonly GlossaryMatch[];
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
      `${path}: ${issue.path.join('.')}: ${issue.message}; each term needs a list "fr" and a list "en".`,
    );
  }
  return createGlossary(parsed.data.terms, analyzer);
}

function readYaml(source: string, path: string): unknown {
  try {
    return parse(source);
  } catch (cause) {
    throw new TutorError(
      'settings-wrong',
      `${path} is not valid YAML: ${String((cause as Error).message).split('\n')[0]}`,
      { cause },
    );
  }
}

/** A glossary over `terms`; an empty list gives one that never matches. */
export function createGlossary(
  terms: readonly { readonly fr: readonly string[]; readonly en: readonly string[] }[],
  analyzer: Analyzer,
): Glossary {
  const byKey = new Map<string, { name: string; stems: readonly string[]; entries: Set<number> }>();
  const names = terms.map(({ fr, en }, entry) => {
    const named = [...inLanguage(fr, 'fr'), ...inLanguage(en, 'en')].map(({ name, language }) => ({
      name,
      ...analyzer.analyze(name, language),
    }));
    for (const { name, stems } of named) {
      if (stems.length === 0) continue;
      const key = stems.join(' ');
      const known = byKey.get(key) ?? { name, stems, entries: new Set<number>() };
      known.entries.add(entry);
      byKey.set(key, known);
    }
    return named;
  });
  const longest = Math.max(0, ...[...byKey.values()].map(({ stems }) => stems.length));

  return {
    size: terms.length,
    match(text) {
      const found = new Map<string, GlossaryMatch>();
      for (const language of ['fr', 'en'] as const) {
        for (const key of longestKeys(analyzer.analyze(text, language).stems, byKey, longest)) {
          const { name, stems, entries } = byKey.get(key)!;
          const alternatives = [...entries].flatMap((entry) => names[entry]!);
          const others = alternatives.filter((other) => other.stems.join(' ') !== key);
          found.set(key, { name, stems, alternatives: distinct(others) });
        }
      }
      return [...found.values()];
    },
  };
}

const inLanguage = (names: readonly string[], language: Language) =>
  names.map((name) => ({ name, language }));

function distinct<T extends AnalyzedText>(texts: readonly T[]): readonly T[] {
  return [...new Map(texts.map((text) => [text.stems.join(' '), text])).values()].filter(
    ({ stems }) => stems.length > 0,
  );
}

/** Greedy, left to right: at each stem the longest known name that begins there. */
function longestKeys(
  stems: readonly string[],
  known: ReadonlyMap<string, unknown>,
  longest: number,
): string[] {
  const keys: string[] = [];
  for (let at = 0; at < stems.length;) {
    let length = Math.min(longest, stems.length - at);
    while (length > 0 && !known.has(stems.slice(at, at + length).join(' '))) length -= 1;
    if (length > 0) keys.push(stems.slice(at, at + length).join(' '));
    at += Math.max(length, 1);
  }
  return keys;
}
