import { z } from 'zod';
import type { StreamStopped } from './conversations.ts';
import type { Critique, CritiqueEvent } from './critiques.ts';

/** One entry of `GET /api/drafts`, newest first. */
export type DraftSummary = {
  readonly id: string;
  /** Id of its task. */
  readonly task: string;
  /** ISO 8601. */
  readonly createdAt: string;
  /** UTF-16 code units. */
  readonly length: number;
  /** As of a turn; all but `complete` can be read again, with `POST /api/drafts/:id/retry`. */
  readonly status: 'streaming' | 'complete' | 'stopped' | 'interrupted' | 'failed';
  /** True when the student shows it to the trainer. */
  readonly shared: boolean;
  /** The draft that it was compared with. */
  readonly previousId: string | null;
};

/** `GET /api/drafts/:id` */
export type DraftView = DraftSummary & {
  readonly text: string;
  readonly language: 'fr' | 'en';
  /** `null` until it is complete. */
  readonly critique: Critique | null;
  readonly model: string | null;
  readonly fallback: boolean;
  /** Code of the failure, for `interrupted` and `failed`; `null` otherwise. */
  readonly failure: string | null;
};

/**
 * `POST /api/critiques`: stores a draft and streams its feedback, which is made whether anybody reads it or not. A text
 * that was sent for the same task within the last minute is not read twice: its events come again.
 *
 * `POST /api/drafts/:id/retry`, without a body, reads a draft again that was stopped, interrupted or failed, and streams
 * likewise, under the same id.
 */
export const draftRequest = z.strictObject({
  task: z.string(),
  text: z.string(),
  /**
   * Id of an earlier draft of the same task, to compare with; left out the newest complete one, `null` none. One whose
   * text turns out to be on another task is not compared with: the view's `previousId` is then `null`.
   */
  previousId: z.uuid().nullable().optional(),
  language: z.enum(['fr', 'en']).optional(),
  /** As of a question. */
  requestKey: z.uuid().optional(),
});
export type DraftRequest = z.infer<typeof draftRequest>;

/**
 * First event of `POST /api/critiques` and of `GET /api/drafts/:id/events?after=n`: the draft is stored. Every event has
 * its number, from 0, in the stream's `id:`; `after` leaves out those up to it, but never the last one.
 */
export type DraftStored = { readonly type: 'draft-stored'; readonly draftId: string };

/** What is streamed; the last is `critique-end`, `error`, or `stopped` after `POST /api/drafts/:id/stop`. */
export type DraftEvent = DraftStored | CritiqueEvent | StreamStopped;

/** Most readings of one student's drafts of one task in 24 hours; those that failed do not count. */
export const readingsPerDay = 5;

/** `PATCH /api/drafts/:id` */
export const shareRequest = z.strictObject({ shared: z.boolean() });
export type ShareRequest = z.infer<typeof shareRequest>;

/** One entry of `GET /api/trainer/drafts`: those that their students share. */
export type SharedDraft = DraftSummary & {
  readonly pseudonym: string;
  readonly className: string;
};

/** `GET /api/trainer/drafts/:id`. Of a draft before it that is not shared, nothing is quoted. */
export type SharedDraftView = DraftView & Pick<SharedDraft, 'pseudonym' | 'className'>;
