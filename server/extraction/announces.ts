import type { Candidate } from './candidates.ts';

/** True when a sentence only announces what comes after it. */
export const announces = ({ kind, shown }: Candidate): boolean =>
  kind === 'sentence' && shown.endsWith(':');
