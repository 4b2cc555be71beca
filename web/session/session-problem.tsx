import type { ReactElement } from 'react';
import { errorSentence } from '../i18n/error-sentence.ts';
import { useMessages } from '../i18n/messages.ts';
import type { SessionState } from './use-session.ts';

/** What is shown while it is not known who this browser is, or when the server did not say. */
export function SessionProblem({
  state,
  onReload,
}: {
  state: Exclude<SessionState, { status: 'ready' }>;
  onReload: () => void;
}): ReactElement {
  const messages = useMessages();
  return (
    <main className="part-note" id="content">
      {state.status === 'loading' ? (
        <p>{messages.access.loading}</p>
      ) : (
        <>
          <p role="alert">{errorSentence(messages, state.failure)}</p>
          <button onClick={onReload} type="button">
            {messages.common.retry}
          </button>
        </>
      )}
    </main>
  );
}
