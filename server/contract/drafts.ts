import { z } from 'zod';
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
  /** As of a turn; `failed` and `interrupted` can be read again. */
  readonly status: 'streaming' | 'complete' | 'stopped' | 'interrupted' | 'failed';
  /** True when the student shows it to the trainer. */
  readonly shared: boolean;
  /** The draft that it was compared with. */
  readonly previousId: string | null;
};

/** `GET /api/drafts/:id`, and of the trainer `GET /api/trainer/drafts/:id` */
export type DraftView = DraftSummary & {
  readonly text: string;
  readonly language: 'fr' | 'en';
  /** `null` until it is complete. */
  readonly critique: Critique | null;
  readonly model: string | null;
  readonly fallback: boolean;
  readonly failure: string | null;
};

/** `POST /api/critiques`: stores a draft and streams its feedback, which is made whether anybody reads it or not. */
export const draftRequest = z.strictObject({
  task: z.string(),
  text: z.string(),
  /** Id of an earlier draft of the same task, to compare with; left out the newest one, `null` none. */
  previousId: z.uuid().nullable().optional(),
  language: z.enum(['fr', 'en']).optional(),
  /** As of a question. */
  requestKey: z.uuid().optional(),
});
export type DraftRequest = z.infer<typeof draftRequest>;

/** First event of `POST /api/critiques` and of `GET /api/drafts/:id/events?after=n`: the draft is stored. */
export type DraftStored = { readonly type: 'draft-stored'; readonly draftId: string };
export type DraftEvent = DraftStored | CritiqueEvent;

/** `PATCH /api/drafts/:id` */
export const shareRequest = z.strictObject({ shared: z.boolean() });
export type ShareRequest = z.infer<typeof shareRequest>;

/** One entry of `GET /api/trainer/drafts`: those that their students share. */
export type SharedDraft = DraftSummary & {
  readonly pseudonym: string;
  readonly className: string;
};
