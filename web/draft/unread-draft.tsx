import { useState, type ReactElement } from 'react';
import type { DraftView } from '../../server/contract/drafts.ts';
import type { Failure } from '../api/failure.ts';
import { useMessages } from '../i18n/messages.ts';
import { retryDraft } from './draft-requests.ts';
import { draftSentence } from './draft-sentence.ts';
import type { OpenDraft } from './use-draft.ts';

type Props = {
  readonly shown: DraftView;
  readonly opened: OpenDraft;
  readonly onChange: () => void;
};

/** A draft whose reading was cut, and the way to have it read after all. */
export function UnreadDraft({ shown, opened, onChange }: Props): ReactElement {
  const messages = useMessages();
  const { draft } = messages;
  const { id, status, failure: code } = shown;
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const again = async () => {
    setBusy(true);
    const sent = await retryDraft(id);
    setBusy(false);
    if (!sent.ok) return setFailure(sent.failure);
    onChange();
    opened.reload();
  };
  // That it was cut is said already.
  const known = code === null || code === 'model-interrupted';
  const reason = known ? null : { code, retryable: true, retryAfterSeconds: null };
  return (
    <section className="draft-problem">
      <p>{status === 'stopped' || status === 'failed' ? draft[status] : draft.interrupted}</p>
      {reason && <p className="hint">{draftSentence(messages, reason)}</p>}
      {failure && (
        <p className="failure" role="alert">
          {draftSentence(messages, failure)}
        </p>
      )}
      <button className="primary" disabled={busy} onClick={() => void again()} type="button">
        {busy ? draft.sending : draft.again}
      </button>
    </section>
  );
}
