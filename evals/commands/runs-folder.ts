import { join } from 'node:path';

/** Where runs are kept; not under version control. */
export const runsFolder = join(import.meta.dirname, '..', '..', 'data', 'evals', 'runs');
