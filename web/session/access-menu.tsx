import { type ReactElement, useState } from 'react';
import type { SessionView } from '../../server/contract/access.ts';
import { useMessages } from '../i18n/messages.ts';
import { AccessDialog } from './access-dialog.tsx';
import type { SessionHandle } from './use-session.ts';

/** The button that shows as whom one is here, and what can be done about it. */
export function AccessMenu({
  session,
  onSession,
}: {
  session: SessionView;
  onSession: SessionHandle['update'];
}): ReactElement {
  const { access } = useMessages();
  const [open, setOpen] = useState(false);
  return (
    <>
      <button aria-haspopup="dialog" onClick={() => setOpen(true)} type="button">
        {access.mine}
      </button>
      {open && (
        <AccessDialog onClose={() => setOpen(false)} onSession={onSession} session={session} />
      )}
    </>
  );
}
