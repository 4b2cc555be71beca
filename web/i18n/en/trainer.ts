/** Sentences of the trainer's pages. */
export const trainer = {
  title: 'Trainer',
} as const;
