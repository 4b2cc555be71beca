import { access } from './en/access.ts';
import { ask } from './en/ask.ts';
import { common } from './en/common.ts';
import { draft } from './en/draft.ts';
import { errors } from './en/errors.ts';
import { evals } from './en/evals.ts';
import { sources } from './en/sources.ts';
import { trainer } from './en/trainer.ts';

/** Every sentence of the page, in English: the reference that the other languages must match. One file for each part. */
export const en = { common, access, ask, sources, draft, trainer, evals, errors } as const;
