import type { ReactElement } from 'react';
import type { Failure } from '../../api/failure.ts';
import { useMessages } from '../../i18n/messages.ts';
import { FailureNote } from '../common/failure-note.tsx';

/** Why an evaluation did not work, with what the program said, for whoever can mend it. */
export function EvalFailure({
  failure,
  onRetry,
}: {
  readonly failure: Failure;
  readonly onRetry?: () => void;
}): ReactElement {
  return (
    <div className="eval-failure">
      <FailureNote failure={failure} {...(onRetry && { onRetry })} />
      {failure.detail !== undefined && <ProgramSays sentence={failure.detail} />}
    </div>
  );
}

/** A sentence of the program, in English as the program speaks. */
export function ProgramSays({ sentence }: { readonly sentence: string }): ReactElement {
  const { evals } = useMessages();
  return (
    <details className="trainer-help">
      <summary>{evals.program}</summary>
      <p className="program-says" lang="en">
        {sentence}
      </p>
    </details>
  );
}
