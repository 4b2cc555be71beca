import { type ReactElement, type ReactNode, useState } from 'react';
import type { Rating } from '../../server/contract/conversations.ts';
import type { Failure } from '../api/failure.ts';
import { errorSentence } from '../i18n/error-sentence.ts';
import { useMessages } from '../i18n/messages.ts';
import { IconButton } from '../ui/icon-button.tsx';
import type { Turn } from './conversation-state.ts';
import { RatingDetails } from './rating-details.tsx';

/** Rates an answer, or takes it back; the failure where the server refused. */
export type Rate = (turn: Turn, rating: Rating | null) => Promise<Failure | null>;

/** Whether an answer helped, by one press; why, and whether the trainer may see it, if the student likes. */
export function RatingControl({
  turn,
  onRate,
  children,
}: {
  turn: Turn;
  onRate: Rate;
  /** Other controls, on the same line. */
  children: ReactNode;
}): ReactElement {
  const messages = useMessages();
  const { ask } = messages;
  const [open, setOpen] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const { rating, id } = turn;
  const rate = async (next: Rating | null) => setFailure(await onRate(turn, next));
  const press = (helpful: boolean) => {
    const same = rating?.helpful === helpful;
    setOpen(!same);
    void rate(same ? null : { helpful, reasons: [], shared: rating?.shared ?? false });
  };
  return (
    <div className="answer-foot">
      <div aria-label={ask.actions} className="answer-actions" role="group">
        {id !== null && (
          <>
            <IconButton
              aria-pressed={rating?.helpful === true}
              icon="thumbUp"
              label={ask.helpful}
              onClick={() => press(true)}
            />
            <IconButton
              aria-pressed={rating?.helpful === false}
              icon="thumbDown"
              label={ask.unhelpful}
              onClick={() => press(false)}
            />
          </>
        )}
        {children}
        {rating && !open && (
          <button className="as-link" onClick={() => setOpen(true)} type="button">
            {ask.ratingOpen}
          </button>
        )}
      </div>
      {failure && (
        <p className="failure" role="alert">
          {errorSentence(messages, failure)}
        </p>
      )}
      {rating && open && (
        <RatingDetails
          onChange={(next) => void rate(next)}
          onClose={() => setOpen(false)}
          rating={rating}
        />
      )}
    </div>
  );
}
