import type { Messages } from '../messages.ts';

/** Sentences of the trainer's pages. */
export const trainer: Messages['trainer'] = {
  title: 'Formateur',
};
