import type { Messages } from '../messages.ts';

/** Sentences of the trainer's pages on evals and prompts. */
export const evals: Messages['evals'] = {
  title: 'Évaluations',
};
