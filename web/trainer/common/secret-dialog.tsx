import type { ReactElement } from 'react';
import { useMessages } from '../../i18n/messages.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Secret } from '../../ui/secret.tsx';

/** A code or a token that is shown once, until the reader says that it is noted. */
export function SecretDialog({
  title,
  lead,
  secret,
  onClose,
}: {
  readonly title: string;
  readonly lead: string;
  readonly secret: string;
  readonly onClose: () => void;
}): ReactElement {
  const { trainer } = useMessages();
  return (
    <Dialog onClose={onClose} title={title}>
      <p>{lead}</p>
      <Secret label={title} secret={secret} />
      <p className="trainer-hint">{trainer.secretOnce}</p>
      <div className="actions">
        <button className="primary" onClick={onClose} type="button">
          {trainer.secretNoted}
        </button>
      </div>
    </Dialog>
  );
}
