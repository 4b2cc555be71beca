import { z } from 'zod';

/** `GET /api/trainer/classes` lists them, oldest first. */
export type ClassView = {
  readonly id: string;
  readonly name: string;
  /** ISO 8601. */
  readonly createdAt: string;
  readonly students: number;
  /** True when it is entered without a code: the local class of a bare clone. */
  readonly open: boolean;
  /** False for the local class until it is given a code: while it is closed nobody can enter it. */
  readonly hasCode: boolean;
  /** ISO 8601; `null` when the code does not expire. A student who has entered stays. */
  readonly codeExpiresAt: string | null;
};

const name = z.string().trim().min(1).max(80);
const expiry = z.iso.datetime({ offset: true }).nullable();

/** `POST /api/trainer/classes` */
export const newClassRequest = z.strictObject({ name, codeExpiresAt: expiry.optional() });
export type NewClassRequest = z.infer<typeof newClassRequest>;

/** `PATCH /api/trainer/classes/:id` answers a {@link ClassView}; `DELETE` removes it with everything in it. */
export const changeClassRequest = z.strictObject({
  name: name.optional(),
  open: z.boolean().optional(),
  codeExpiresAt: expiry.optional(),
});
export type ChangeClassRequest = z.infer<typeof changeClassRequest>;

/**
 * A class and its code, shown once: after `POST /api/trainer/classes` and `POST /api/trainer/classes/:id/code`, which
 * lifts an expiry that has passed and keeps one to come.
 */
export type ClassWithCode = ClassView & { readonly code: string };
