import { useEffect, useRef, type ReactElement } from 'react';
import { errorSentence } from '../i18n/error-sentence.ts';
import { useMessages } from '../i18n/messages.ts';
import type { OpenPlace } from '../sources/use-document-panel.ts';
import { Answer } from './answer.tsx';
import type { Turn } from './conversation-state.ts';

type Props = {
  turns: readonly Turn[];
  onOpen: OpenPlace;
  onRetry: () => void;
  onEdit: (question: string) => void;
};

/**
 * Every turn of the conversation. Not live: a screen reader would read each word twice as it arrives, so
 * `announcement` says what matters and the reader comes here when they want to.
 */
export function Transcript({ turns, onOpen, onRetry, onEdit }: Props): ReactElement {
  const messages = useMessages();
  const newest = useRef<HTMLLIElement>(null);
  // A new question goes to the top, and the page then keeps still while its answer grows.
  useEffect(() => {
    // In braces: newer browsers return a promise here, which React would take for a clean-up.
    newest.current?.scrollIntoView({ block: 'start' });
  }, [turns.length]);

  return (
    <div aria-label={messages.ask.conversation} aria-live="off" className="transcript" role="log">
      <ol>
        {turns.map((turn) => {
          const last = turn === turns.at(-1);
          return (
            <li className="turn" key={turn.id} ref={last ? newest : undefined}>
              <h2 className="question">
                <span className="visually-hidden">{messages.ask.you} </span>
                {turn.question}
              </h2>
              <Answer answer={turn.answer} onOpen={onOpen} />
              <Ending last={last} onEdit={onEdit} onRetry={onRetry} turn={turn} />
            </li>
          );
        })}
      </ol>
    </div>
  );
}

/** Why an answer is not whole, and what can be done: only the last one can be asked again. */
function Ending({
  turn,
  last,
  onRetry,
  onEdit,
}: Omit<Props, 'turns' | 'onOpen'> & { turn: Turn; last: boolean }): ReactElement | null {
  const messages = useMessages();
  const { answer, question } = turn;
  if (answer.status !== 'failed' && answer.status !== 'stopped') return null;
  const retryable =
    answer.status === 'stopped' || answer.failure.retryable || answer.failure.code === 'not-found';
  return (
    <div className="ending">
      {answer.status === 'failed' && (
        <p className="failure" role="alert">
          {errorSentence(messages, answer.failure)}
        </p>
      )}
      {last && (
        <button onClick={retryable ? onRetry : () => onEdit(question)} type="button">
          {retryable ? messages.common.retry : messages.ask.editQuestion}
        </button>
      )}
    </div>
  );
}
