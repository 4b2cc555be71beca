import type { Document } from '../../documents/document.ts';
import { tokenize } from '../../language/tokenize.ts';
import type { Exam, ExamItem } from '../exam/exam.ts';
import { contrastLadder } from '../hints/contrast-ladder.ts';
import type { Partition } from '../partition.ts';
import { runAtOnce, type Steps } from '../run-at-once.ts';
import { faultOfHint, type HintTools } from './check-hint.ts';
import { type ExamFile, invalid } from './exam-file.ts';
import type { Register, RegisterItem, RegisterSolution, Reread } from './register.ts';
import { createSectionFinder, type SectionFinder } from './section-finder.ts';

/**
 * Joins what was read in the exams with what trainers wrote about them.
 * @throws {TutorError} `corpus-invalid` naming file, line and reason: an unknown exam, item or section, a missing item,
 * a hint that is not safe by its form
 */
export function buildRegister(
  parts: RegisterParts,
  files: readonly ExamFile[],
  tools: HintTools,
): Register {
  return runAtOnce(buildRegisterInSteps(parts, files, tools));
}

export type RegisterParts = Pick<Partition, 'exams' | 'solutions' | 'open'>;

/** {@link buildRegister}, one item after another, so that other work can be done between them. */
export function* buildRegisterInSteps(
  { exams, solutions, open }: RegisterParts,
  files: readonly ExamFile[],
  tools: HintTools,
): Steps<Register> {
  for (const file of files) checkFile(file, exams, files);
  const sections = createSectionFinder(open);
  const items: RegisterItem[] = [];
  for (const exam of exams) {
    const file = files.find((one) => one.exam === exam.document.id);
    const named = inFull(exam, tools);
    yield;
    for (const item of named.items) {
      items.push(
        file
          ? withLadder(item, named, { file, sections, tools })
          : withContrasts(item, named, open),
      );
      yield;
    }
  }
  return {
    items,
    solutions: solutions.map((one, at) => solutionOf(one, at, open)),
    exams: open.filter(({ id }) => exams.some(({ document }) => document.id === id)),
  };
}

function checkFile(file: ExamFile, exams: readonly Exam[], files: readonly ExamFile[]): void {
  const fail = (why: string, ...keys: string[]): never => {
    throw invalid(file.path, file.lineOf(...keys), why);
  };
  const first = files.find(({ exam }) => exam === file.exam);
  if (first !== file) fail(`the exam ${file.exam} has a register already, ${first?.path}`, 'exam');
  const exam = exams.find(({ document }) => document.id === file.exam);
  if (!exam) return fail(`there is no exam with the id ${file.exam}`, 'exam');
  for (const id of Object.keys(file.items)) {
    if (!exam.items.some((item) => item.id === id)) {
      const known = exam.items.map((item) => item.id).join(', ');
      fail(`the exam has no item ${id} (it has ${known})`, 'items', id);
    }
  }
  const missing = exam.items.find(({ id }) => !(id in file.items));
  if (missing) fail(`item ${missing.id} has no hints`, 'items');
}

/** An exam whose options have their full names, and the labels that were printed. */
type NamedExam = Exam & { readonly labels: readonly string[] };

/** Options under the longest label that the exam prints for the same role; what is no role's name stays as it is. */
function inFull(exam: Exam, { rolesIn }: HintTools): NamedExam {
  const choices = exam.items.filter(({ kind }) => kind === 'choice');
  const labels = [...new Set(choices.flatMap(({ options }) => options))].toSorted(byText);
  const fullNames = new Map<string, string>();
  for (const label of labels) {
    const [role] = rolesIn(label);
    const known = role === undefined ? undefined : fullNames.get(role);
    if (role !== undefined && label.length > (known?.length ?? 0)) fullNames.set(role, label);
  }
  const fullName = (label: string): string => fullNames.get([...rolesIn(label)][0] ?? '') ?? label;
  const items = exam.items.map((item) =>
    item.kind === 'choice'
      ? { ...item, options: item.options.map(fullName).toSorted(byText) }
      : item,
  );
  return { ...exam, items, labels };
}

const byText = (a: string, b: string): number => (a < b ? -1 : 1);

type LadderTools = {
  readonly file: ExamFile;
  readonly sections: SectionFinder;
  readonly tools: HintTools;
};

function withLadder(
  item: ExamItem,
  exam: NamedExam,
  { file, sections, tools }: LadderTools,
): RegisterItem {
  const { paraphrases, hints, reread } = file.items[item.id]!;
  for (const language of ['fr', 'en'] as const) {
    for (const [level, hint] of hints[language].entries()) {
      const fault = faultOfHint(hint, item.kind, tools);
      if (fault === null) continue;
      const line = file.lineOf('items', item.id, 'hints', language, level);
      throw invalid(file.path, line, `item ${item.id}: ${fault}`);
    }
  }
  const found = reread.map(({ document, heading }, at) => {
    const section = sections(document, heading);
    if (section) return section;
    const line = file.lineOf('items', item.id, 'reread', at);
    throw invalid(file.path, line, `no open document ${document} has the heading “${heading}”`);
  });
  const { labels } = exam;
  return { ...item, labels, exam: exam.document.id, paraphrases, hints, reread: found };
}

/** Without a register: hints by the contrast rule, and the exam's own public section that says most of the options. */
function withContrasts(item: ExamItem, exam: NamedExam, open: readonly Document[]): RegisterItem {
  const own = open.find(({ id }) => id === exam.document.id);
  const section = own ? mostTelling(own, exam, item) : null;
  return {
    ...item,
    labels: exam.labels,
    exam: exam.document.id,
    paraphrases: [],
    hints: contrastLadder(item, section?.heading ?? null),
    reread: section ? [section] : [],
  };
}

/** Of the exam's public sections the one with most to read; two sections that only list points have nothing. */
function mostTelling(document: Document, exam: Exam, item: ExamItem): Reread | null {
  const heads = exam.publicHeadings;
  const spans = heads.map((head, at) => {
    const end = heads[at + 1]?.start ?? document.text.length;
    const text = document.text.slice(head.end, end);
    const words = new Set(tokenize(text));
    const named = item.options.filter((option) => tokenize(option).some((word) => words.has(word)));
    return { head, weight: named.length * 1_000 + words.size };
  });
  const best = spans.toSorted((a, b) => b.weight - a.weight)[0];
  return best ? { document, ...best.head } : null;
}

/** The statement of a worked solution: the document it stands in, else the open one whose title says most of its own. */
function solutionOf(
  { document, whole }: Partition['solutions'][number],
  at: number,
  open: readonly Document[],
): RegisterSolution {
  const id = solutionOwner(at);
  const { title } = document;
  if (!whole) return { id, title, statement: open.find((one) => one.id === document.id) ?? null };
  const words = new Set(tokenize(`${title} ${document.id.replaceAll('-', ' ')}`).filter(isTelling));
  const scored = open
    .filter(({ kind }) => kind === 'exercise' || kind === 'assignment')
    .map((one) => ({
      one,
      shared: tokenize(`${one.title} ${one.id.replaceAll('-', ' ')}`).filter((word) =>
        words.has(word),
      ).length,
    }))
    .toSorted((a, b) => b.shared - a.shared);
  return { id, title, statement: scored[0] && scored[0].shared > 0 ? scored[0].one : null };
}

const isTelling = (word: string): boolean => word.length > 3;

/** Owner of the sealed runs of the solution at a place of the partition's list. */
export const solutionOwner = (at: number): string => `solution:${at}`;
