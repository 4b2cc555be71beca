import { useId, useState, type ReactElement } from 'react';
import { useMessages } from '../../i18n/messages.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { DetailedFailure } from './detailed-failure.tsx';
import { sameText } from './same-text.ts';
import type { Failure } from '../../api/failure.ts';
import type { Fetched } from '../../api/get-json.ts';
import { FormActions } from './form-actions.tsx';

type Props<T> = {
  readonly title: string;
  readonly explanation: string;
  readonly confirm: string;
  /** What must be typed before it can be done; left out for nothing. */
  readonly typed?: string;
  readonly onCancel: () => void;
  /** Does it; a failure is shown in the dialog, which stays. */
  readonly act: () => Promise<Fetched<T>>;
  readonly onDone: (value: T) => void;
};

/** Asks before something that cannot be undone; where it takes other people's work away, a name has to be typed. */
export function TrainerConfirm<T>(props: Props<T>): ReactElement {
  const { title, explanation, confirm, typed, onCancel, act, onDone } = props;
  const { trainer } = useMessages();
  const id = useId();
  const [text, setText] = useState('');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const ready = (typed === undefined || sameText(text, typed)) && !busy;
  const go = async () => {
    setBusy(true);
    const result = await act();
    setBusy(false);
    if (result.ok) onDone(result.value);
    else setFailure(result.failure);
  };
  return (
    <Dialog onClose={onCancel} title={title}>
      <form
        className="trainer-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) void go();
        }}
      >
        <p>{explanation}</p>
        {typed !== undefined && (
          <>
            <label htmlFor={id}>{trainer.typeToConfirm(typed)}</label>
            <input
              autoComplete="off"
              id={id}
              onChange={(event) => setText(event.target.value)}
              spellCheck={false}
              value={text}
            />
          </>
        )}
        {failure && <DetailedFailure failure={failure} />}
        <FormActions danger disabled={!ready} onCancel={onCancel} submit={confirm} />
      </form>
    </Dialog>
  );
}
