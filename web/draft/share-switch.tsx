import { useId, useState, type ReactElement } from 'react';
import type { Failure } from '../api/failure.ts';
import { useMessages } from '../i18n/messages.ts';
import { draftSentence } from './draft-sentence.ts';
import type { OpenDraft } from './use-draft.ts';

/** Shows a draft to the trainer or not, and says what that means. */
export function ShareSwitch({
  shared,
  onShare,
}: {
  shared: boolean;
  onShare: OpenDraft['share'];
}): ReactElement {
  const messages = useMessages();
  const { draft } = messages;
  const id = useId();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const change = async () => {
    if (busy) return;
    setBusy(true);
    const result = await onShare(!shared);
    setBusy(false);
    setFailure(result.ok ? null : result.failure);
  };
  return (
    <div className="share">
      <button
        aria-checked={shared}
        aria-describedby={id}
        className="switch"
        onClick={() => void change()}
        role="switch"
        type="button"
      >
        <span aria-hidden="true" className="switch-track" />
        {draft.share}
      </button>
      <p className="hint" id={id}>
        {shared ? draft.shareOn : draft.shareOff}
      </p>
      {failure && (
        <p className="failure" role="alert">
          {draftSentence(messages, failure)}
        </p>
      )}
    </div>
  );
}
