/** A student as the server knows one: by a pseudonym, in a class. */
export type Student = {
  readonly id: string;
  readonly classId: string;
  readonly className: string;
  readonly pseudonym: string;
};

/** Who sends a request: a student, a trainer, both in one browser, or neither. */
export type Caller = { readonly student: Student | null; readonly trainer: boolean };

/** Somebody who has not entered. */
export const visitor: Caller = { student: null, trainer: false };
