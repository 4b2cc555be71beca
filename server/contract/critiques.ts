import type { Citation } from './course.ts';

/** Longest draft, in UTF-16 code units: about sixteen pages. */
export const maxDraftLength = 40_000;

/** What a critique is asked for, in the process; over HTTP a `DraftRequest` is sent. */
export type CritiqueRequest = {
  /** Id of a task, as `GET /api/tasks` lists them. */
  readonly task: string;
  /** The draft, Markdown or plain text. */
  readonly text: string;
  /** An earlier draft of the same task, to compare with; with its task where that is known. */
  readonly previous?: string | { readonly text: string; readonly task?: string };
  /** Forces the language of the feedback; otherwise it is the draft's. */
  readonly language?: 'fr' | 'en';
};

/** What a draft shows of one criterion: all that is asked, a part, or nothing. */
export type Finding = 'met' | 'partial' | 'missing';

/** A quotation of a draft: `draft.slice(start, end) === quote`, always. */
export type DraftQuotation = {
  readonly start: number;
  readonly end: number;
  readonly quote: string;
};

export type CriterionFinding = {
  readonly criterion: string;
  readonly name: string;
  readonly asks: string;
  readonly finding: Finding;
  /** At most three. */
  readonly quotations: readonly DraftQuotation[];
  /** What the course says about it; `null` when the corpus holds no such passage. */
  readonly citation: Citation | null;
};

/** Something that concerns the draft as a whole. */
export type DraftFinding = {
  /** `hors_sujet`, `trop_court`, `mots_cles_sans_contenu`, `copie_solution`, `instruction_ignoree`, or a contradiction of the rubric. */
  readonly id: string;
  readonly sentence: string;
  readonly quotations: readonly DraftQuotation[];
};

/** One thing to read first. At most seven in all, what helps most before the rest. */
export type FeedbackItem = {
  readonly kind: 'strength' | 'gap' | 'draft';
  /** The criterion, or for `draft` the id of the {@link DraftFinding}. */
  readonly about: string;
  readonly sentence: string;
  readonly question: string;
  readonly nextStep: string;
};

/** What became, since the draft before, of something that was or is to be worked on. */
export type ProgressItem = {
  /** A criterion, or a finding on the whole draft. */
  readonly about: string;
  readonly name: string;
  readonly change: 'addressed' | 'still-open' | 'new';
  /** From the draft before, whose offsets it counts in. */
  readonly before: DraftQuotation | null;
  readonly now: DraftQuotation | null;
  /** True when what was quoted before is no longer in the draft. */
  readonly gone: boolean;
};

/** Feedback on a draft. It holds no mark of any kind, and never will. */
export type Critique = {
  readonly task: string;
  /** The text that the offsets count in, where garbled characters were mended; `null` when it is the text sent. */
  readonly text: string | null;
  readonly criteria: readonly CriterionFinding[];
  readonly findings: readonly DraftFinding[];
  readonly items: readonly FeedbackItem[];
  /** `null` without an earlier draft. */
  readonly progress: readonly ProgressItem[] | null;
  /** Quotations that a model gave and that are not in the draft or the course; they were removed. */
  readonly dropped: number;
};

/**
 * All of one kind before the next: `criterion-read` and `criterion-available` for each criterion, in the rubric's order,
 * then the others.
 */
export type CritiqueEvent =
  | {
      /** A criterion is read. What was found comes once the whole was checked, and may still come from another reading. */
      readonly type: 'criterion-read';
      /** Its id. */
      readonly criterion: string;
      /** Which one it is, from 1, of how many. */
      readonly number: number;
      readonly of: number;
    }
  | {
      readonly type: 'criterion-available';
      readonly criterion: CriterionFinding;
      /** Which one it is, from 1, of how many. */
      readonly number: number;
      readonly of: number;
    }
  | { readonly type: 'critique-available'; readonly critique: Critique }
  | {
      readonly type: 'critique-end';
      readonly language: 'fr' | 'en';
      /** Which model read the draft: `offline`, or the endpoint's model name. */
      readonly model: string;
      /** Set when the endpoint failed and the offline engine read the draft instead. */
      readonly fallback: boolean;
    }
  | {
      readonly type: 'error';
      readonly code: string;
      readonly retryable: boolean;
      readonly requestId: string;
    };

/** One entry of `GET /api/tasks`. */
export type TaskView = {
  readonly id: string;
  readonly title: { readonly fr: string; readonly en: string };
  /** The document that sets the task; `null` when the corpus has it not. */
  readonly statement: string | null;
  readonly criteria: readonly {
    readonly id: string;
    readonly name: { readonly fr: string; readonly en: string };
    readonly asks: { readonly fr: string; readonly en: string };
  }[];
};
