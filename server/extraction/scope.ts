import type { Candidate } from './candidates.ts';
import { names } from './score-candidate.ts';
import type { Focus, ParsedQuestion } from './parse-question.ts';

/** Titles of documents and sections that tell one case among several. */
export const caseLike =
  /\b(?:scenario|projet|project|cas|case|exercice|exercise|tp|banque|retail|industrie|mission)\b/;
const numbered =
  /\b(?:(scenarios?|projets?|projects?|cas|case|tp|exercices?|exercise)\s+(?:n[o°]?\s*)?(\d{1,2}(?:(?:\s*,\s*|\s+(?:et|ou|and|or|vs)\s+)\d{1,2})*)|(cas|case) ([a-c]))\b/g;
const french: Readonly<Record<string, string>> = {
  project: 'projet',
  case: 'cas',
  exercise: 'exercice',
};

/**
 * Keeps to the cases that a question is about: when it names a scenario, a project or its company, statements of that
 * case alone may answer, and none when the sources hold none of a number's. A question that names none keeps to the
 * case of the question that it leans on; without one, every candidate stays.
 */
export function inScope(
  candidates: readonly Candidate[],
  { folded, leansOn, foci }: ParsedQuestion,
): readonly Candidate[] {
  const named = casesOf(candidates, { folded, foci: foci.filter(({ own }) => own) });
  if (named) return named;
  const before = casesOf(candidates, { folded: leansOn, foci: foci.filter(({ own }) => !own) });
  return before && before.length > 0 ? before : candidates;
}

/** The statements of the cases that are named; `null` when none is. */
function casesOf(
  candidates: readonly Candidate[],
  { folded, foci }: { folded: string; foci: readonly Focus[] },
): readonly Candidate[] | null {
  const byNumber = numberedCases(folded);
  if (byNumber.length > 0) {
    return candidates.filter((one) =>
      byNumber.some((name) => name.test(one.home.folded) || name.test(one.folded)),
    );
  }
  const scoped = new Set<Candidate>();
  for (const focus of foci.filter(isNameLike)) {
    for (const candidate of candidates) {
      const { home } = candidate;
      if (!caseLike.test(home.folded) || !headsWithName(home, focus.word)) continue;
      if (names(home.title, focus) + names(home.path, focus) > 0) scoped.add(candidate);
    }
  }
  return scoped.size === 0 ? null : candidates.filter((candidate) => scoped.has(candidate));
}

/** Words of every other passage ("data") name no case, even where a title capitalises them. */
const rareEnough = 0.55;
const isNameLike = ({ formal, known, weight }: ParsedQuestion['foci'][number]): boolean =>
  !formal && known && weight >= rareEnough;

/** The cases that a question names by number, as patterns on folded titles: "les scénarios 1 et 2" names two. */
export function numberedCases(folded: string): readonly RegExp[] {
  return [...folded.matchAll(numbered)].flatMap(([, noun, numbers, letterNoun, letter]) => {
    const singular = (noun ?? letterNoun)!.replace(/s$/, '').replace(/^ca$/, 'cas');
    const names = numbers?.match(/\d+/g) ?? [letter!];
    return names.map((name) => new RegExp(`\\b${french[singular] ?? singular} ${name}\\b`));
  });
}

/** A proper name of the title: its first letter is a capital where a common noun would have none. */
function headsWithName({ document, section }: Candidate['home'], word: string): boolean {
  // A section's first word has its capital for being first.
  const text = `${document} › ${section}`;
  const words = text.match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.some(
    (one) =>
      one.length > 2 &&
      one.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase() === word &&
      /^\p{Lu}/u.test(one) &&
      (/\p{Ll}\p{Lu}/u.test(one) || isNameInside(text, one)),
  );
}

/** Capitalised after a lower-case word, a dash or an article, so not merely the start of a title. */
const isNameInside = (text: string, word: string): boolean =>
  new RegExp(`(?:\\p{Ll}['’ ]|[–—-] )${word}(?![\\p{L}\\p{N}])`, 'u').test(text);
