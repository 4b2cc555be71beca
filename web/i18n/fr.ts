import { access } from './fr/access.ts';
import { ask } from './fr/ask.ts';
import { common } from './fr/common.ts';
import { draft } from './fr/draft.ts';
import { errors } from './fr/errors.ts';
import { evals } from './fr/evals.ts';
import { sources } from './fr/sources.ts';
import { trainer } from './fr/trainer.ts';
import type { Messages } from './messages.ts';

/** Every sentence of the page, in French. No-break spaces are written as escapes, so that they can be seen. */
export const fr: Messages = { common, access, ask, sources, draft, trainer, evals, errors };
