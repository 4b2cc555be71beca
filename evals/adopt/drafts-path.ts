import { join } from 'node:path';

/** Where draft cases wait for a person to fill in what a right answer holds. */
export const draftsPath = join(import.meta.dirname, '..', 'cases', 'drafts.jsonl');
