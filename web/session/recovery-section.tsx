import { type ReactElement, useState } from 'react';
import type { SecretView } from '../../server/contract/access.ts';
import type { Failure } from '../api/failure.ts';
import { sendJson } from '../api/send-json.ts';
import { errorSentence } from '../i18n/error-sentence.ts';
import { useMessages } from '../i18n/messages.ts';
import { Secret } from '../ui/secret.tsx';

/** A new code to come back with, shown once. */
export function RecoverySection(): ReactElement {
  const messages = useMessages();
  const { access } = messages;
  const [secret, setSecret] = useState<string | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const renew = async () => {
    const result = await sendJson<SecretView>('POST', '/api/student/recovery-code');
    setFailure(result.ok ? null : result.failure);
    if (result.ok) setSecret(result.value.secret);
  };
  return (
    <section className="dialog-section">
      <h3>{access.recoverySection}</h3>
      <p>{access.recoverySectionIntro}</p>
      {secret !== null && <Secret label={access.recovery} secret={secret} />}
      {failure && (
        <p className="failure" role="alert">
          {errorSentence(messages, failure)}
        </p>
      )}
      {secret === null && (
        <div className="actions">
          <button onClick={() => void renew()} type="button">
            {access.newRecovery}
          </button>
        </div>
      )}
    </section>
  );
}
