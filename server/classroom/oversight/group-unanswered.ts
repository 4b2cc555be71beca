import type { Place } from '../../contract/course.ts';
import { fewestStudents, type UnansweredGroup, type Wording } from '../../contract/oversight.ts';
import { maskContacts } from './mask-contacts.ts';

/** A question that the course gave no answer to. */
export type Unanswered = {
  readonly question: string;
  readonly language: 'fr' | 'en';
  readonly nearest: Place | null;
  /** ISO 8601, day only. */
  readonly askedOn: string;
  /** Tells students apart; never shown. */
  readonly student: string;
};

/** Wordings that are shown of a group. */
const shownExamples = 3;
/** Longest wording that is shown, in UTF-16 code units. */
const longestExample = 240;
/** Questions are alike from this share of their words on (Jaccard). */
const alikeFrom = 0.5;

/**
 * Groups questions by the section that comes nearest and by likeness of wording, most asked first. Every question is
 * in one group, so that no group can be told from the difference of two.
 *
 * A group of too few students joins the others of its section, then those of its document; what is still too small
 * is told by section, as counts only.
 * @param wordsOf the words that a question is compared by
 */
export function groupUnanswered(
  questions: readonly Unanswered[],
  wordsOf: (text: string) => ReadonlySet<string>,
): readonly UnansweredGroup[] {
  const groups = [...by(questions, ({ nearest }) => nearest?.documentId ?? '').values()].flatMap(
    (document) => groupDocument(document, wordsOf),
  );
  return groups.toSorted(
    (a, b) =>
      b.questions - a.questions ||
      b.lastAskedOn.localeCompare(a.lastAskedOn) ||
      placeName(a.nearest).localeCompare(placeName(b.nearest)),
  );
}

const placeName = (place: Place | null): string =>
  [place?.documentId, ...(place?.headings ?? [])].join('\n');

function groupDocument(
  questions: readonly Unanswered[],
  wordsOf: (text: string) => ReadonlySet<string>,
): readonly UnansweredGroup[] {
  const groups: UnansweredGroup[] = [];
  const small: (readonly Unanswered[])[] = [];
  for (const section of by(questions, sectionOf).values()) {
    const few: Unanswered[] = [];
    for (const cluster of clusters(section, wordsOf)) {
      if (studentsOf(cluster) >= fewestStudents) groups.push(toGroup(cluster));
      else few.push(...cluster);
    }
    if (few.length === 0) continue;
    if (studentsOf(few) >= fewestStudents) groups.push(toGroup(few));
    else small.push(few);
  }
  const rest = small.flat();
  if (small.length > 1 && studentsOf(rest) >= fewestStudents) {
    return [...groups, { ...toGroup(rest), nearest: wholeDocument(rest[0]!.nearest) }];
  }
  return [...groups, ...small.map(toGroup)];
}

const sectionOf = ({ nearest }: Unanswered): string => (nearest?.headings ?? []).join('\n');

const studentsOf = (questions: readonly Unanswered[]): number =>
  new Set(questions.map(({ student }) => student)).size;

/** Questions that are alike, each beside the first that it is like. */
function clusters(
  questions: readonly Unanswered[],
  wordsOf: (text: string) => ReadonlySet<string>,
): readonly (readonly Unanswered[])[] {
  const found: { readonly words: ReadonlySet<string>; readonly members: Unanswered[] }[] = [];
  for (const one of questions.toSorted((a, b) => (a.question < b.question ? -1 : 1))) {
    const words = wordsOf(one.question);
    const home = found.find((cluster) => likeness(cluster.words, words) >= alikeFrom);
    if (home) home.members.push(one);
    else found.push({ words, members: [one] });
  }
  return found.map(({ members }) => members);
}

function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 || b.size === 0) return 0;
  const shared = [...a].filter((word) => b.has(word)).length;
  return shared / (a.size + b.size - shared);
}

function toGroup(questions: readonly Unanswered[]): UnansweredGroup {
  const students = studentsOf(questions);
  const enough = students >= fewestStudents;
  const places = questions.flatMap(({ nearest }) => nearest ?? []);
  return {
    nearest: places.toSorted((a, b) => a.start - b.start)[0] ?? null,
    questions: questions.length,
    students: enough ? students : null,
    examples: enough ? examplesOf(questions) : [],
    lastAskedOn:
      questions
        .map(({ askedOn }) => askedOn)
        .toSorted()
        .at(-1) ?? '',
  };
}

/** What most students wrote, then the shortest: never by time, which would tell the newest. */
function examplesOf(questions: readonly Unanswered[]): readonly Wording[] {
  return [...by(questions, ({ question }) => shown(question))]
    .map(([text, asked]) => ({
      ...{ text, students: studentsOf(asked) },
      language: asked[0]!.language,
    }))
    .toSorted(
      (a, b) =>
        b.students - a.students || a.text.length - b.text.length || (a.text < b.text ? -1 : 1),
    )
    .slice(0, shownExamples)
    .map(({ text, language }) => ({ text, language }));
}

function shown(question: string): string {
  const masked = maskContacts(question.replace(/\s+/g, ' ').trim());
  if (masked.length <= longestExample) return masked;
  return `${masked.slice(0, longestExample - 1).toWellFormed()}…`;
}

const wholeDocument = (place: Place | null): Place | null =>
  place && { ...place, headings: [], start: 0, end: 0, line: 1 };

function by<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
