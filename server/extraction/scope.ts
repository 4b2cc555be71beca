import type { Candidate } from './candidates.ts';
import { names } from './score-candidate.ts';
import type { ParsedQuestion } from './parse-question.ts';

/** Titles of documents and sections that tell one case among several. */
export const caseLike =
  /\b(?:scenario|projet|project|cas|case|exercice|exercise|tp|banque|retail|industrie|mission)\b/;
const numbered =
  /\b(?:(scenarios?|projets?|projects?|cas|case|tp|exercices?|exercise)\s+(?:n[o°]?\s*)?(\d{1,2})|(cas|case) ([a-c]))\b/g;
const french: Readonly<Record<string, string>> = {
  project: 'projet',
  case: 'cas',
  exercise: 'exercice',
};

/**
 * Keeps to the case that a question is about: when it names a scenario, a project or its company, statements of that
 * case alone may answer. A question that names none, or one that the sources do not head, keeps every candidate.
 */
export function inScope(
  candidates: readonly Candidate[],
  question: ParsedQuestion,
): readonly Candidate[] {
  const byNumber = numberedCases(question.folded);
  if (byNumber.length > 0) {
    return candidates.filter(({ home, folded }) =>
      byNumber.some((name) => name.test(home.folded) || name.test(folded)),
    );
  }
  const scoped = new Set<Candidate>();
  for (const focus of question.foci.filter(({ formal, known }) => !formal && known)) {
    const headed = candidates.filter(
      ({ home }) => caseLike.test(home.folded) && headsWithName(home, focus.word),
    );
    for (const candidate of headed) {
      if (names(candidate.home.title, focus) + names(candidate.home.path, focus) > 0)
        scoped.add(candidate);
    }
  }
  return scoped.size === 0 ? candidates : candidates.filter((candidate) => scoped.has(candidate));
}

/** The cases that a question names by number, as patterns on folded titles. */
export function numberedCases(folded: string): readonly RegExp[] {
  return [...folded.matchAll(numbered)].map(([, noun, number, letterNoun, letter]) => {
    const singular = (noun ?? letterNoun)!.replace(/s$/, '').replace(/^ca$/, 'cas');
    return new RegExp(`\\b${french[singular] ?? singular} ${number ?? letter}\\b`);
  });
}

/** A proper name of the title: its first letter is a capital where a common noun would have none. */
function headsWithName({ document, section }: Candidate['home'], word: string): boolean {
  const words = `${document} ${section}`.match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.some(
    (one) =>
      one.length > 2 &&
      one.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase() === word &&
      /^\p{Lu}/u.test(one) &&
      (/\p{Ll}\p{Lu}/u.test(one) || isNameInside(`${document} ${section}`, one)),
  );
}

/** Capitalised after a lower-case word, a dash or an article, so not merely the start of a title. */
const isNameInside = (text: string, word: string): boolean =>
  new RegExp(`(?:\\p{Ll}['’ ]|[–—-] )${word}(?![\\p{L}\\p{N}])`, 'u').test(text);
