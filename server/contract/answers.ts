import { z } from 'zod';
import type { Citation, Source } from './course.ts';

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
