import type { Document, Span } from '../../documents/document.ts';
import type { ExamItem } from '../exam/exam.ts';
import type { Ladder } from './exam-file.ts';

/** A public section that a hint sends back to: its heading, as it stands in an open document. */
export type Reread = Span & { readonly document: Document; readonly heading: string };

/** A protected item with everything that may be said about it. */
export type RegisterItem = ExamItem & {
  /**
   * Options by their full names: printed ones can tell the key, which is often the only one that is not abbreviated.
   */
  readonly options: readonly string[];
  /** Every option of the exam as printed, without a word of where. */
  readonly labels: readonly string[];
  /** Id of the exam's document. */
  readonly exam: string;
  /** Other wordings of the statement, written by a trainer. */
  readonly paraphrases: readonly string[];
  readonly hints: Readonly<Record<'fr' | 'en', Ladder>>;
  readonly reread: readonly Reread[];
};

/** A worked solution: what it solves, and where its statement stands; its text is kept nowhere. */
export type RegisterSolution = {
  /** Owner of its sealed runs. */
  readonly id: string;
  readonly title: string;
  /** The open document that sets the work; `null` when none is known. */
  readonly statement: Document | null;
};

/** What must not be given away. Holds no key: which option of an item is right is dropped when the exam is read. */
export type Register = {
  readonly items: readonly RegisterItem[];
  readonly solutions: readonly RegisterSolution[];
  /** The open parts of the exams: how they go, reminders, points. */
  readonly exams: readonly Document[];
};
