import type { ReactElement } from 'react';
import type { Failure } from '../../api/failure.ts';
import { ServerSentence } from '../documents/server-sentence.tsx';
import { FailureNote } from './loaded.tsx';

type Props = { readonly failure: Failure; readonly onRetry?: () => void };

/** Why something did not work, with the server's own sentence where only that tells what to mend. */
export function DetailedFailure({ failure, onRetry }: Props): ReactElement {
  const { detail } = failure;
  return (
    <FailureNote failure={failure} {...(onRetry && { onRetry })}>
      {detail !== undefined && (
        <p>
          <ServerSentence sentence={detail} />
        </p>
      )}
    </FailureNote>
  );
}
