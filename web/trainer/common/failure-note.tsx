import type { ReactElement } from 'react';
import { useMessages } from '../../i18n/messages.ts';
import { trainerSentence, type DetailedFailure } from './trainer-failure.ts';

/** Why something did not work, with a way to try again where there is one. */
export function FailureNote({
  failure,
  onRetry,
}: {
  readonly failure: DetailedFailure;
  readonly onRetry?: () => void;
}): ReactElement {
  const messages = useMessages();
  const { detail } = failure;
  return (
    <div className="trainer-failure">
      <div role="alert">
        <p>{trainerSentence(messages, failure)}</p>
        {detail !== undefined && <p lang="en">{detail}</p>}
      </div>
      {onRetry && (
        <button onClick={onRetry} type="button">
          {messages.common.retry}
        </button>
      )}
    </div>
  );
}
