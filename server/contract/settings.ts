import { z } from 'zod';

/** Fewest, usual and most days that conversations and drafts are kept. */
export const retentionDays = { least: 1, usual: 30, most: 365 } as const;

/** `GET /api/trainer/settings` */
export type SettingsView = {
  readonly retentionDays: number;
  /** ISO 8601, when the retention last ran; `null` before. */
  readonly lastRetention: string | null;
  /** Conversations and drafts that are stored. */
  readonly conversations: number;
  readonly drafts: number;
};

/** `PUT /api/trainer/settings` */
export const settingsRequest = z.strictObject({
  retentionDays: z.int().min(retentionDays.least).max(retentionDays.most),
});
export type SettingsRequest = z.infer<typeof settingsRequest>;
