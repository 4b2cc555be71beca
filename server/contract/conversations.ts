import { z } from 'zod';
import type { AnswerEvent, Decision, Unsupported } from './answers.ts';
import type { Citation, Source } from './course.ts';

/** One entry of `GET /api/conversations`, the one used last first. */
export type ConversationSummary = {
  readonly id: string;
  /** The student's, or the beginning of the first question. */
  readonly title: string;
  /** ISO 8601. */
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly turns: number;
};

/** `GET /api/conversations/:id` */
export type ConversationView = ConversationSummary & { readonly history: readonly TurnView[] };

/**
 * What became of an answer: `streaming` while it is written, `complete`, `stopped` by the student, `interrupted`
 * where the model or this server was cut off, `failed` when nothing came.
 */
export type TurnStatus = 'streaming' | 'complete' | 'stopped' | 'interrupted' | 'failed';

/** What came of a question, as it is stored: all that it takes to show the answer again. */
export type AnswerView = {
  readonly status: TurnStatus;
  readonly text: string;
  readonly sources: readonly Source[];
  readonly citations: readonly Citation[];
  readonly unsupported: readonly Unsupported[];
  readonly dropped: number;
  /** `null` until the answer has ended, or where it did not. */
  readonly decision: Decision | null;
  readonly language: 'fr' | 'en';
  readonly fallback: boolean;
  readonly nearest: readonly Source[];
  /** Code of the failure, for `interrupted` and `failed`; `null` otherwise. */
  readonly failure: string | null;
};

/** One question and what came of it. Turns that another one replaced are left out of a history. */
export type TurnView = AnswerView & {
  readonly id: string;
  readonly question: string;
  /** ISO 8601. */
  readonly askedAt: string;
  readonly rating: Rating | null;
};

/** `POST /api/answers`: asks, and streams what comes; the answer is written and stored whether anybody reads it or not. */
export const askRequest = z.strictObject({
  question: z.string(),
  /** Left out, a new conversation begins. */
  conversationId: z.uuid().optional(),
  /** Forces the language of the answer; otherwise it is the question's. */
  language: z.enum(['fr', 'en']).optional(),
  /** The last turn of the conversation, which this one takes the place of: asked again, or edited. */
  replaces: z.uuid().optional(),
  /** Made by the client for each press of the button; a second request with the same key joins the first. */
  requestKey: z.uuid().optional(),
});
export type AskRequest = z.infer<typeof askRequest>;

/**
 * First event of `POST /api/answers` and of `GET /api/turns/:id/events?after=n`, once the question is stored. Every
 * event has its number, from 0, in the stream's `id:`; `after` leaves out those up to it.
 */
export type TurnStored = {
  readonly type: 'turn-stored';
  readonly conversationId: string;
  readonly turnId: string;
};

/** Last event of an answer, or of feedback, that its student stopped; what came is kept. */
export type StreamStopped = { readonly type: 'stopped' };

/** What `POST /api/answers` and `GET /api/turns/:id/events?after=n` send; the last is an end, an error or `stopped`. */
export type TurnEvent = TurnStored | AnswerEvent | StreamStopped;

/** `PATCH /api/conversations/:id` */
export const renameRequest = z.strictObject({ title: z.string().trim().min(1).max(120) });
export type RenameRequest = z.infer<typeof renameRequest>;

/** Why an answer was not helpful. */
export const ratingReasons = [
  'inexact',
  'not-in-course',
  'wrong-source',
  'gives-solution',
  'too-long',
  'unclear',
  'other',
] as const;
export type RatingReason = (typeof ratingReasons)[number];

/** `PUT /api/turns/:id/rating`; `DELETE` takes it back. */
export const ratingRequest = z.strictObject({
  helpful: z.boolean(),
  reasons: z.array(z.enum(ratingReasons)).max(ratingReasons.length),
  /** True when the student shows this question and its answer to the trainer. */
  shared: z.boolean(),
});
export type Rating = Readonly<z.infer<typeof ratingRequest>>;
