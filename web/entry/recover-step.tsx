import type { ReactElement } from 'react';
import type { SessionView } from '../../server/contract/access.ts';
import { sendJson } from '../api/send-json.ts';
import { useMessages } from '../i18n/messages.ts';
import type { SessionHandle } from '../session/use-session.ts';
import type { EntryStep } from './entry-step.ts';
import { SecretForm } from './secret-form.tsx';
import { StepHeading } from './step-heading.tsx';

type Props = {
  /** Where to go back to. */
  readonly start: EntryStep;
  readonly onGo: (step: EntryStep) => void;
  readonly onSession: SessionHandle['update'];
};

/** A student who has been here before comes back. */
export function RecoverStep({ start, onGo, onSession }: Props): ReactElement {
  const { access } = useMessages();
  const send = async (recoveryCode: string) => {
    const result = await sendJson<SessionView>('POST', '/api/session/recover', { recoveryCode });
    if (!result.ok) return result.failure;
    onSession(result.value);
    return null;
  };
  return (
    <section className="entry-step">
      <StepHeading focus text={access.recoverTitle} />
      <SecretForm
        empty={access.typeFirst}
        hint={access.recoveryHint}
        label={access.recovery}
        send={send}
        submit={access.recover}
        wrong={access.recoveryWrong}
      />
      <button className="as-link" onClick={() => onGo(start)} type="button">
        {access.back}
      </button>
    </section>
  );
}
