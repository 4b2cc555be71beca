/** Sentences of the trainer's pages on evals and prompts. */
export const evals = {
  title: 'Evaluations',
} as const;
