import { fewestStudents } from '../../server/contract/oversight.ts';
import { groupBy } from '../../server/extraction/group-by.ts';

/** A question that is grouped, what it really asks for, and who asked. */
export type Labelled = {
  readonly subject: string;
  readonly student: string;
};

export type GroupScores = {
  /** Groups that show words: of five students or more. */
  readonly shown: number;
  /** Share of the questions in shown groups that are about the subject of most of their group; `null` without any. */
  readonly purity: number | null;
  /** Of the questions on subjects of five students or more, the share that stands in a shown group of its subject. */
  readonly recall: number;
  /** Subjects of five students or more of which five questions stand in one shown group, and how many there are. */
  readonly found: number;
  readonly subjects: number;
  /** Mean over all questions of what share of their group is about their subject, and the other way round (B-cubed). */
  readonly precision: number;
  readonly completeness: number;
};

/** Scores a grouping against what its questions really ask for. */
export function scoreGroups(groups: readonly (readonly Labelled[])[]): GroupScores {
  const all = groups.flat();
  const bySubject = groupBy(all, ({ subject }) => subject);
  const isShown = (group: readonly Labelled[]) =>
    new Set(group.map(({ student }) => student)).size >= fewestStudents;
  const shown = groups.filter(isShown);
  const mains = shown.map((group) => largest(groupBy(group, ({ subject }) => subject)));
  const asked = [...bySubject.values()].filter(isShown);
  const best = asked.map(([{ subject } = { subject: '' }]) =>
    Math.max(0, ...mains.filter(([one]) => one?.subject === subject).map(({ length }) => length)),
  );
  const same = (group: readonly Labelled[], subject: string) =>
    group.filter((one) => one.subject === subject).length;
  const mean = (of: (one: Labelled, group: readonly Labelled[]) => number) =>
    sum(groups.flatMap((group) => group.map((one) => of(one, group)))) / all.length;
  const inShown = shown.flat().length;
  return {
    shown: shown.length,
    purity: inShown === 0 ? null : sum(mains.map(({ length }) => length)) / inShown,
    recall: sum(best) / asked.flat().length,
    found: best.filter((count) => count >= fewestStudents).length,
    subjects: asked.length,
    precision: mean(({ subject }, group) => same(group, subject) / group.length),
    completeness: mean(
      ({ subject }, group) => same(group, subject) / bySubject.get(subject)!.length,
    ),
  };
}

const sum = (values: readonly number[]): number => values.reduce((total, each) => total + each, 0);

const largest = (groups: ReadonlyMap<string, readonly Labelled[]>): readonly Labelled[] =>
  [...groups.values()].toSorted((a, b) => b.length - a.length)[0] ?? [];
