import type { ReactElement } from 'react';
import { sendJson } from '../api/send-json.ts';
import { useMessages } from '../i18n/messages.ts';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { draftAddress } from './draft-requests.ts';

/** Asks whether a draft is to be deleted, and deletes it. */
export function DeleteDraft({
  id,
  onCancel,
  onDone,
}: {
  id: string;
  onCancel: () => void;
  onDone: () => void;
}): ReactElement {
  const { common, draft } = useMessages();
  const act = async () => {
    const result = await sendJson('DELETE', draftAddress(id));
    // Another tab was faster: what was wanted is so.
    const isGone = !result.ok && result.failure.code === 'not-found';
    return isGone ? ({ ok: true, value: undefined } as const) : result;
  };
  return (
    <ConfirmDialog
      act={act}
      cancel={common.cancel}
      confirm={draft.removeConfirm}
      explanation={draft.removeExplained}
      onCancel={onCancel}
      onDone={onDone}
      title={draft.removeTitle}
    />
  );
}
