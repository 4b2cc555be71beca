import type { NewCaseView } from '../../contract/evals.ts';
import { TutorError } from '../../errors.ts';
import { findSharedTurns, setCaseId } from '../../storage/shared-turns.ts';
import type { TableAccess } from '../../storage/store.ts';
import type { EvalDesk } from './eval-desk.ts';

/**
 * Makes a draft case of a turn that its student shares. The turns before it come along where they are shared too: what
 * a student did not show is not looked at.
 * @throws {TutorError} `not-found` for a turn that is unknown, not shared, or replaced by another
 */
export async function adoptTurn(
  { tables, desk }: { readonly tables: TableAccess; readonly desk: Pick<EvalDesk, 'adopt'> },
  turnId: string,
): Promise<NewCaseView> {
  const turns = await findSharedTurns(tables, turnId);
  const last = turns.at(-1);
  if (!last) {
    throw new TutorError('not-found', 'No student shares this question any more; reload the page.');
  }
  const view = await desk.adopt({
    turns: turns.map(({ question }) => question),
    decision: last.decision,
    answer: last.text,
  });
  await setCaseId(tables, turnId, view.caseId);
  return view;
}
