import { useEffect, useRef, type ReactElement } from 'react';
import { keepTogether } from '../i18n/keep-together.ts';
import { useMessages } from '../i18n/messages.ts';
import type { OpenPlace } from '../sources/use-document-panel.ts';
import { AnswerActions } from './answer-actions.tsx';
import { Answer } from './answer.tsx';
import type { Turn } from './conversation-state.ts';
import type { Rate } from './rating-control.tsx';
import { TurnEnding } from './turn-ending.tsx';

type Props = {
  readonly turns: readonly Turn[];
  readonly onOpen: OpenPlace;
  /** Asks the last question again in its place. */
  readonly onAgain: () => void;
  readonly onResume: () => void;
  /** Puts the last question into the composer, to take its own place. */
  readonly onEdit: () => void;
  readonly onRate: Rate;
};

/**
 * Every turn of the conversation. Not live: a screen reader would read each word twice as it arrives, so
 * `announcement` says what matters and the reader comes here when they want to.
 */
export function Transcript({
  turns,
  onOpen,
  onAgain,
  onResume,
  onEdit,
  onRate,
}: Props): ReactElement {
  const messages = useMessages();
  const newest = useRef<HTMLLIElement>(null);
  const lastKey = turns.at(-1)?.key;
  // A new question goes to the top, and the page then keeps still while its answer grows.
  useEffect(() => {
    // In braces: newer browsers return a promise here, which React would take for a clean-up.
    newest.current?.scrollIntoView({ block: 'start' });
  }, [lastKey]);

  return (
    <div aria-label={messages.ask.conversation} aria-live="off" className="transcript" role="log">
      <ol>
        {turns.map((turn) => {
          const last = turn === turns.at(-1);
          return (
            <li className="turn" key={turn.key} ref={last ? newest : undefined}>
              <h2 className="question">
                <span className="visually-hidden">{messages.ask.you} </span>
                <span lang={turn.answer.status === 'done' ? turn.answer.language : undefined}>
                  {keepTogether(turn.question)}
                </span>
              </h2>
              <Answer answer={turn.answer} onOpen={onOpen} />
              <TurnEnding
                last={last}
                onEdit={onEdit}
                onResume={onResume}
                onRetry={onAgain}
                turn={turn}
              />
              <AnswerActions
                last={last}
                onAgain={onAgain}
                onEdit={onEdit}
                onRate={onRate}
                turn={turn}
              />
            </li>
          );
        })}
      </ol>
    </div>
  );
}
