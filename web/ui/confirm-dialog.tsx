import { type ReactElement, useState } from 'react';
import type { Failure } from '../api/failure.ts';
import type { Fetched } from '../api/get-json.ts';
import { errorSentence } from '../i18n/error-sentence.ts';
import { useMessages } from '../i18n/messages.ts';
import { Dialog } from './dialog.tsx';

type Props<T> = {
  readonly title: string;
  /** What will happen, and that it cannot be undone where that is so. */
  readonly explanation: string;
  readonly confirm: string;
  readonly cancel: string;
  readonly onCancel: () => void;
  /** Does it; a failure is shown in the dialog, which stays. */
  readonly act: () => Promise<Fetched<T>>;
  readonly onDone: (value: T) => void;
};

/** Asks before something that cannot be undone, does it, and says when it failed. */
export function ConfirmDialog<T>({
  title,
  explanation,
  confirm,
  cancel,
  onCancel,
  act,
  onDone,
}: Props<T>): ReactElement {
  const messages = useMessages();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const go = async () => {
    setBusy(true);
    const result = await act();
    setBusy(false);
    if (result.ok) onDone(result.value);
    else setFailure(result.failure);
  };
  return (
    <Dialog closable={false} onClose={onCancel} title={title}>
      <p>{explanation}</p>
      {failure && (
        <p className="failure" role="alert">
          {errorSentence(messages, failure)}
        </p>
      )}
      <div className="actions">
        <button onClick={onCancel} type="button">
          {cancel}
        </button>
        <button className="danger" disabled={busy} onClick={() => void go()} type="button">
          {confirm}
        </button>
      </div>
    </Dialog>
  );
}
