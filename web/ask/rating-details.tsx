import { type ReactElement, useEffect, useId, useRef } from 'react';
import type { Rating, RatingReason } from '../../server/contract/conversations.ts';
import { useMessages } from '../i18n/messages.ts';

/** In the order in which they are shown. */
const reasons = [
  'inexact',
  'not-in-course',
  'wrong-source',
  'gives-solution',
  'too-long',
  'unclear',
  'other',
] as const satisfies readonly RatingReason[];

type Props = {
  readonly rating: Rating;
  readonly onChange: (rating: Rating) => void;
  readonly onClose: () => void;
};

/** Why an answer did not help, and whether the student shows it to the trainer; each choice is kept at once. */
export function RatingDetails({ rating, onChange, onClose }: Props): ReactElement {
  const { ask } = useMessages();
  const id = useId();
  const element = useRef<HTMLDivElement>(null);
  // It opens under the button, which is often just above the composer.
  useEffect(() => element.current?.scrollIntoView({ block: 'nearest' }), []);
  const toggle = (reason: RatingReason, chosen: boolean) =>
    onChange({
      ...rating,
      reasons: reasons.filter((one) => (one === reason ? chosen : rating.reasons.includes(one))),
    });
  return (
    <div className="rating-details" ref={element}>
      {rating.helpful ? (
        <p>{ask.thanks}</p>
      ) : (
        <fieldset>
          <legend>{ask.whyUnhelpful}</legend>
          {reasons.map((reason) => (
            <label key={reason}>
              <input
                checked={rating.reasons.includes(reason)}
                onChange={(event) => toggle(reason, event.target.checked)}
                type="checkbox"
              />
              <span>{ask.reasons[reason]}</span>
            </label>
          ))}
        </fieldset>
      )}
      <label className="rating-share">
        <input
          aria-describedby={id}
          checked={rating.shared}
          onChange={(event) => onChange({ ...rating, shared: event.target.checked })}
          type="checkbox"
        />
        <span>{ask.share}</span>
      </label>
      <p className="rating-note" id={id}>
        {ask.shareExplained}
      </p>
      <button onClick={onClose} type="button">
        {ask.ratingClose}
      </button>
    </div>
  );
}
