import { useEffect, useState, type ReactElement, type ReactNode } from 'react';
import type { Failure } from '../../api/failure.ts';
import { useMessages } from '../../i18n/messages.ts';
import { trainerSentence } from './trainer-sentence.ts';
import type { Resource } from './use-resource.ts';

/** Milliseconds after which the reader is told that it takes long. */
const long = 5_000;

/** What the server holds, or that it is waited for, or why it is not there and what to do. */
export function Loaded<T>({
  resource: { state, reload },
  children,
}: {
  readonly resource: Pick<Resource<T>, 'state' | 'reload'>;
  readonly children: (value: T) => ReactNode;
}): ReactNode {
  if (state === null) return <Loading />;
  return state.ok ? (
    children(state.value)
  ) : (
    <FailureNote failure={state.failure} onRetry={reload} />
  );
}

/** That something is waited for; after a while, that it takes long. */
export function Loading(): ReactElement {
  const { trainer } = useMessages();
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), long);
    return () => clearTimeout(timer);
  }, []);
  return (
    <p className="trainer-note" role="status">
      {slow ? trainer.slow : trainer.loading}
    </p>
  );
}

/** Why something did not work, with a way to try again where there is one. */
export function FailureNote({
  failure,
  onRetry,
  children,
}: {
  readonly failure: Failure;
  readonly onRetry?: () => void;
  /** More about it, announced with it. */
  readonly children?: ReactNode;
}): ReactElement {
  const messages = useMessages();
  return (
    <div className="trainer-failure">
      <div role="alert">
        <p>{trainerSentence(messages, failure)}</p>
        {children}
      </div>
      {onRetry && (
        <button onClick={onRetry} type="button">
          {messages.common.retry}
        </button>
      )}
    </div>
  );
}
