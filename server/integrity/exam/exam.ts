import type { Document, Span } from '../../documents/document.ts';

/** What an item asks for, by its form: decides what would give it away. */
export type ItemKind =
  /** One of several options is to be ticked. */
  | 'choice'
  /** Blank cells of a table row are to be filled. */
  | 'row'
  /** A statement is to be judged true or false. */
  | 'truth'
  /** Blank fields about a situation are to be filled. */
  | 'case'
  /** Steps are to be put in order. */
  | 'order'
  /** A few lines are to be written. */
  | 'open';

/** One item of an exam, as it is printed; which option is right is dropped when it is read, and kept nowhere. */
export type ExamItem = {
  /** Part and number as a student names them: `A7`, `DB`, `E`; `Q3` in an exam without parts. */
  readonly id: string;
  readonly part: string;
  /** Number or letter inside the part; empty when the part is one item. */
  readonly number: string;
  readonly kind: ItemKind;
  readonly stem: string;
  /** Options as printed; what a row prints beside its statement; the steps of an `order` sorted by the alphabet, since their printed order can be the answer. */
  readonly options: readonly string[];
};

/** An exam parted in what students may read and what they may not. */
export type Exam = {
  readonly document: Document;
  readonly items: readonly ExamItem[];
  /** Spans that stay out of everything a student can reach, in order, with the heading they stand under. */
  readonly sealed: readonly (Span & { readonly heading: string; readonly doubt: boolean })[];
  /** Headings of the sections that are open and say something of the course: what a hint can send back to. */
  readonly publicHeadings: readonly (Span & { readonly heading: string })[];
};
