import { useState, type ReactElement } from 'react';
import type { SecretView } from '../../../server/contract/access.ts';
import { sendJson } from '../../api/send-json.ts';
import { useMessages } from '../../i18n/messages.ts';
import { TrainerConfirm } from '../common/trainer-confirm.tsx';
import { SecretDialog } from '../common/secret-dialog.tsx';

/** Where the trainer's token is made anew. */
export function TokenSection(): ReactElement {
  const { trainer } = useMessages();
  const { settings } = trainer;
  const [asks, setAsks] = useState(false);
  const [secret, setSecret] = useState<string | null>(null);
  return (
    <section className="trainer-section">
      <h3>{settings.tokenTitle}</h3>
      <p>{settings.tokenLead}</p>
      <div className="actions">
        <button onClick={() => setAsks(true)} type="button">
          {settings.token}
        </button>
      </div>
      {asks && (
        <TrainerConfirm
          act={() => sendJson<SecretView>('POST', '/api/trainer/token')}
          confirm={settings.tokenDo}
          explanation={settings.tokenAskLead}
          onCancel={() => setAsks(false)}
          onDone={(made) => {
            setAsks(false);
            setSecret(made.secret);
          }}
          title={settings.tokenAsk}
        />
      )}
      {secret !== null && (
        <SecretDialog
          lead={settings.tokenNewLead}
          onClose={() => setSecret(null)}
          secret={secret}
          title={settings.tokenNew}
        />
      )}
    </section>
  );
}
