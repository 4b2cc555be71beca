import type { ReactElement } from 'react';
import { errorSentence } from '../i18n/error-sentence.ts';
import { useMessages } from '../i18n/messages.ts';
import type { Turn } from './conversation-state.ts';

type Props = {
  readonly turn: Turn;
  readonly last: boolean;
  /** Asks the same again. */
  readonly onRetry: () => void;
  /** Shows what the server has, and goes on from there. */
  readonly onResume: () => void;
  readonly onEdit: () => void;
};

/** Why an answer is not whole, and the one thing to do next; only the last one can be asked again. */
export function TurnEnding({ turn, last, onRetry, onResume, onEdit }: Props): ReactElement | null {
  const messages = useMessages();
  const { answer } = turn;
  if (answer.status !== 'failed' && answer.status !== 'stopped') return null;
  const next = nextStep(turn);
  return (
    <div className="ending">
      {answer.status === 'failed' && (
        <p className="failure" role="alert">
          {errorSentence(messages, answer.failure, messages.ask.errors)}
        </p>
      )}
      {last && (
        <button
          onClick={next === 'resume' ? onResume : next === 'retry' ? onRetry : onEdit}
          type="button"
        >
          {next === 'resume'
            ? messages.ask.resume
            : next === 'retry'
              ? messages.common.retry
              : messages.ask.editQuestion}
        </button>
      )}
    </div>
  );
}

function nextStep({ id, answer }: Turn): 'resume' | 'retry' | 'edit' {
  if (answer.status !== 'failed') return 'retry';
  const { failure, lost } = answer;
  // The conversation is gone: the question begins another one.
  if (failure.code === 'not-found') return 'retry';
  if (lost && failure.code === 'conflict') return 'resume';
  if (lost && id !== null) return 'resume';
  return failure.retryable ? 'retry' : 'edit';
}
