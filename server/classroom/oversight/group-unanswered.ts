import { setImmediate } from 'node:timers/promises';
import type { Place } from '../../contract/course.ts';
import { fewestStudents, type UnansweredGroup, type Wording } from '../../contract/oversight.ts';
import { clusterAlike, type Terms } from './cluster-alike.ts';
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
/**
 * Questions stay together while the mean likeness of their members is so much. Set with the shares below on
 * `evals/grouping/questions.dev.yaml`: less joins what only shares a tool's name, more leaves five students as 4 + 1.
 */
const alikeFrom = 0.13;
/** What the same nearest document, and the same nearest section, add to the likeness; both together never suffice. */
const samePlace = 0.03;

/**
 * Groups questions, most asked first: by likeness of what they ask for, whatever section comes nearest; then, where
 * fewer than five students ask alike, by section, then by document. What is still too small is told by section, as
 * counts only. Every question is in one group, so that no group can be told from the difference of two.
 * @param termsOf what a question is compared by, see `questionTerms`
 */
export async function groupUnanswered(
  questions: readonly Unanswered[],
  termsOf: (question: string) => Terms,
): Promise<readonly UnansweredGroup[]> {
  const parts = await partUnanswered(questions, termsOf);
  return parts
    .map(toGroup)
    .toSorted(
      (a, b) =>
        b.questions - a.questions ||
        b.lastAskedOn.localeCompare(a.lastAskedOn) ||
        placeName(a.nearest).localeCompare(placeName(b.nearest)),
    );
}

/** The questions of each group of {@link groupUnanswered}. */
export async function partUnanswered(
  questions: readonly Unanswered[],
  termsOf: (question: string) => Terms,
): Promise<readonly (readonly Unanswered[])[]> {
  // Of those with the same words, whichever comes first makes no difference.
  const sorted = questions.toSorted(
    (a, b) =>
      compare(a.question, b.question) || compare(placeName(a.nearest), placeName(b.nearest)),
  );
  const terms: Terms[] = [];
  for (const [at, one] of sorted.entries()) {
    if (at % togetherRead === 0) await setImmediate();
    terms.push(withPlace(termsOf(one.question), one.nearest));
  }
  const clusters = await clusterAlike(terms, alikeFrom);
  const [alike, few] = split(clusters.map((members) => members.map((at) => sorted[at]!)));
  const [sections, rest] = split([...by(few.flat(), sectionOf).values()]);
  const documents = [...by(rest, ([first]) => first!.nearest?.documentId ?? '').values()];
  return [
    ...alike,
    ...sections,
    ...documents.flatMap((small) => (isEnough(small.flat()) ? [small.flat()] : small)),
  ];
}

/** Questions whose words are looked up before others are let through. */
const togetherRead = 32;

/** Adds the place to the terms, so that two questions that share it come out alike by so much more. */
function withPlace(terms: Terms, nearest: Place | null): Terms {
  if (nearest === null) return terms;
  const length = Math.hypot(...terms.values()) || 1;
  const weight = Math.sqrt(samePlace) * length;
  return new Map([
    ...terms,
    [`\ndocument ${nearest.documentId}`, weight],
    [`\nsection ${placeName(nearest)}`, weight],
  ]);
}

const isEnough = (questions: readonly Unanswered[]): boolean =>
  studentsOf(questions) >= fewestStudents;

/** Groups of enough students, and the others. */
const split = (groups: readonly (readonly Unanswered[])[]) =>
  [groups.filter(isEnough), groups.filter((group) => !isEnough(group))] as const;

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const placeName = (place: Place | null): string =>
  [place?.documentId, ...(place?.headings ?? [])].join('\n');

const sectionOf = ({ nearest }: Unanswered): string => placeName(nearest);

const studentsOf = (questions: readonly Unanswered[]): number =>
  new Set(questions.map(({ student }) => student)).size;

function toGroup(questions: readonly Unanswered[]): UnansweredGroup {
  const students = studentsOf(questions);
  const enough = students >= fewestStudents;
  return {
    nearest: nearestOf(questions),
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

/** The section that comes nearest most often; the document alone where no section does for half of the questions. */
function nearestOf(questions: readonly Unanswered[]): Place | null {
  const most = largest(by(questions, sectionOf));
  const [first] = most.toSorted((a, b) => (a.nearest?.start ?? 0) - (b.nearest?.start ?? 0));
  const place = first?.nearest ?? null;
  if (place === null || 2 * most.length >= questions.length) return place;
  const document = largest(by(questions, ({ nearest }) => nearest?.documentId ?? ''));
  const [other] = document;
  return other?.nearest ? { ...other.nearest, headings: [], start: 0, end: 0, line: 1 } : null;
}

/** The largest of some groups, of equal ones the one whose key comes first. */
const largest = <T>(groups: ReadonlyMap<string, readonly T[]>): readonly T[] =>
  [...groups].toSorted(([a, one], [b, two]) => two.length - one.length || compare(a, b))[0]?.[1] ??
  [];

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
