import type { Form } from '../language/question-forms.ts';

/** Questions that one thing of a kind answers: a number, a duration, a date, a person. */
export const slotForms: ReadonlySet<Form> = new Set(['count', 'duration', 'when', 'who']);
