import type { EvalDraftCase } from '../../server/contract/evals.ts';

/** A case that a trainer made of what a student shares, with what a right answer is where that was said. */
export type OwnCase = Pick<EvalDraftCase, 'caseId' | 'language' | 'turns' | 'expects'>;
