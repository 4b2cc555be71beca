import { useEffect, useState, type ReactElement, type ReactNode } from 'react';
import { useMessages } from '../../i18n/messages.ts';
import { FailureNote } from './failure-note.tsx';
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
