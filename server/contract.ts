import { z } from 'zod';

/** What clients send and receive. The only server file `web/` may import, and there only as types. */

/** Longest question, in UTF-16 code units after trimming. */
export const maxQuestionLength = 4_000;

export const answerRequest = z.strictObject({
  question: z.string(),
  /** From an earlier answer's events; the server keeps the turns, a client never sends them. */
  conversationId: z.uuid().optional(),
  /** Forces the language of the answer; otherwise it is the question's. */
  language: z.enum(['fr', 'en']).optional(),
});
export type AnswerRequest = z.infer<typeof answerRequest>;

/**
 * What the tutor decided to do with a turn: `hint` for one about an exam item, `refuse` for one that asks for what is
 * given to nobody.
 */
export type Decision = 'answer' | 'hint' | 'refuse' | 'abstain' | 'clarify';

/** A place in the course, enough to name it and to open it. */
export type Place = {
  readonly documentId: string;
  readonly title: string;
  /** Headings above the place, outermost first, without the document's title. */
  readonly headings: readonly string[];
  /** Offsets in the document's text (UTF-16 code units). */
  readonly start: number;
  readonly end: number;
  /** Line of the source file, from 1. */
  readonly line: number;
  /** Language of the document, for `lang` on quoted text. */
  readonly language: string;
};

/** A retrieved passage. `rank` from 1, best first. */
export type Source = Place & { readonly rank: number; readonly snippet: string };

/** A quotation that the server found in the stored text: `document.text.slice(start, end) === quote`. */
export type Citation = Place & {
  readonly marker: number;
  readonly quote: string;
  /** The quotation as it is shown: without Markdown, the cells of a table row set apart by dashes. */
  readonly plain: string;
};

/** A sentence of the answer, `text.slice(start, end)`, whose quotation could not be found in the course. */
export type Unsupported = { readonly start: number; readonly end: number };

export type AnswerEvent =
  | {
      readonly type: 'sources-available';
      readonly conversationId: string;
      readonly sources: readonly Source[];
    }
  | { readonly type: 'text-delta'; readonly delta: string }
  | {
      readonly type: 'citations-available';
      readonly citations: readonly Citation[];
      readonly unsupported: readonly Unsupported[];
      /** Quotations that the model gave and the server could not find; they were removed. */
      readonly dropped: number;
    }
  | {
      readonly type: 'answer-end';
      readonly decision: Decision;
      readonly language: 'fr' | 'en';
      /** Which model wrote the answer: `offline`, or the endpoint's model name. */
      readonly model: string;
      /** Set when the endpoint failed and the offline model answered instead. */
      readonly fallback: boolean;
      /** True when the embeddings endpoint did not answer in time and the passages were found by words alone. */
      readonly keywordsOnly: boolean;
      /** For `abstain` and `clarify`: the sections of the course that come nearest. */
      readonly nearest: readonly Source[];
    }
  | {
      readonly type: 'error';
      readonly code: string;
      readonly retryable: boolean;
      readonly requestId: string;
    };

/** `GET /api/documents/:id` */
export type DocumentView = {
  readonly id: string;
  readonly title: string;
  readonly course: string | null;
  readonly kind: string;
  readonly language: string;
  /** Markdown; citations' offsets count in it. */
  readonly text: string;
  readonly firstLine: number;
};

/** `GET /api/status` */
export type Status = {
  readonly mode: 'offline' | 'endpoint';
  readonly chatModel: string;
  readonly documents: number;
  readonly chunks: number;
  /** A few questions that the course answers, to start from. */
  readonly starters: readonly { readonly language: 'fr' | 'en'; readonly question: string }[];
};

/** Body of every answer with an error status. */
export type ErrorBody = {
  readonly code: string;
  readonly message: string;
  readonly retryable: boolean;
  readonly requestId: string;
};

/** Longest draft, in UTF-16 code units: about sixteen pages. */
export const maxDraftLength = 40_000;

export const critiqueRequest = z.strictObject({
  /** Id of a task, as `GET /api/tasks` lists them. */
  task: z.string(),
  /** The draft, Markdown or plain text. */
  text: z.string(),
  /** An earlier draft of the same task, to compare with; with its task where that is known. */
  previous: z
    .union([z.string(), z.strictObject({ text: z.string(), task: z.string().optional() })])
    .optional(),
  /** Forces the language of the feedback; otherwise it is the draft's. */
  language: z.enum(['fr', 'en']).optional(),
});
export type CritiqueRequest = z.infer<typeof critiqueRequest>;

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

export type CritiqueEvent =
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
