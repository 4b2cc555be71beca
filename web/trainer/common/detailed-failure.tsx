import type { ReactElement } from 'react';
import type { Failure } from '../../api/failure.ts';
import { FailureNote } from './loaded.tsx';

/** Why something did not work, with the server's own sentence where only that tells what to mend. */
export function DetailedFailure({ failure }: { readonly failure: Failure }): ReactElement {
  const { detail } = failure;
  return (
    <FailureNote failure={failure}>{detail !== undefined && <p lang="en">{detail}</p>}</FailureNote>
  );
}
