import type { ReactElement } from 'react';
import type { SessionView } from '../../server/contract/access.ts';
import { sendJson } from '../api/send-json.ts';
import { useMessages } from '../i18n/messages.ts';
import type { SessionHandle } from '../session/use-session.ts';
import { SecretForm } from './secret-form.tsx';
import { StepHeading } from './step-heading.tsx';

/** The trainer's token. */
export function TrainerStep({ onSession }: { onSession: SessionHandle['update'] }): ReactElement {
  const { access } = useMessages();
  const send = async (token: string) => {
    const result = await sendJson<SessionView>('POST', '/api/session/trainer', { token });
    if (!result.ok) return result.failure;
    onSession(result.value);
    return null;
  };
  return (
    <section className="entry-step">
      <StepHeading focus={false} text={access.trainerTitle} />
      <p>{access.trainerIntro}</p>
      <SecretForm
        empty={access.typeTokenFirst}
        label={access.token}
        send={send}
        submit={access.enterTrainer}
        wrong={access.trainerWrong}
      />
    </section>
  );
}
