import type { TurnView } from './conversations.ts';
import type { DraftView } from './drafts.ts';

/** `GET /api/student/export`: everything that is kept of a student. `DELETE /api/student` deletes it and the student. */
export type StudentExport = {
  /** ISO 8601, as are all times. */
  readonly exportedAt: string;
  readonly student: {
    readonly pseudonym: string;
    readonly className: string;
    readonly enteredAt: string | null;
  };
  readonly conversations: readonly {
    readonly id: string;
    /** `null` where the student gave none. */
    readonly title: string | null;
    readonly createdAt: string;
    readonly updatedAt: string;
    /** Oldest first, those that another one replaced included. */
    readonly turns: readonly (TurnView & { readonly replaced: boolean })[];
  }[];
  readonly drafts: readonly DraftView[];
};
