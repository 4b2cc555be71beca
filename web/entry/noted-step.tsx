import type { ReactElement } from 'react';
import type { EnteredView } from '../../server/contract/access.ts';
import { useMessages } from '../i18n/messages.ts';
import type { SessionHandle } from '../session/use-session.ts';
import { Secret } from '../ui/secret.tsx';
import { StepHeading } from './step-heading.tsx';

/** The recovery code, shown once, before the course opens. */
export function NotedStep({
  entered,
  onSession,
}: {
  entered: EnteredView;
  onSession: SessionHandle['update'];
}): ReactElement {
  const { access } = useMessages();
  const { recoveryCode, ...session } = entered;
  return (
    <section className="entry-step">
      <StepHeading focus text={access.recoveryTitle} />
      <p>{access.recoveryIntro}</p>
      <Secret label={access.recovery} secret={recoveryCode} />
      <button className="primary" onClick={() => onSession(session)} type="button">
        {access.noted}
      </button>
    </section>
  );
}
