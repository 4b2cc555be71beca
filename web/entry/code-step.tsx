import type { ReactElement } from 'react';
import type { PseudonymsView, SessionView } from '../../server/contract/access.ts';
import { sendJson } from '../api/send-json.ts';
import { Link } from '../router/link.tsx';
import { useMessages } from '../i18n/messages.ts';
import type { EntryStep } from './entry-step.ts';
import { SecretForm } from './secret-form.tsx';
import { StepHeading } from './step-heading.tsx';

/** The class code, which opens the choice of a pseudonym. */
export function CodeStep({
  session: { student, openClass },
  moved,
  onGo,
}: {
  session: SessionView;
  moved: boolean;
  onGo: (step: EntryStep) => void;
}): ReactElement {
  const { access } = useMessages();
  const send = async (code: string) => {
    const result = await sendJson<PseudonymsView>('POST', '/api/session/pseudonyms', { code });
    if (!result.ok) return result.failure;
    onGo({ step: 'choose', code, offer: result.value });
    return null;
  };
  return (
    <section className="entry-step">
      <StepHeading focus={moved} text={access.entryTitle} />
      <p>{access.entryIntro}</p>
      {student && (
        <p className="entry-now">{access.alreadyIn(student.pseudonym, student.className)}</p>
      )}
      <SecretForm
        empty={access.typeFirst}
        hint={access.codeHint}
        label={access.code}
        send={send}
        submit={access.continue}
      />
      <button className="as-link" onClick={() => onGo({ step: 'recover' })} type="button">
        {access.haveRecovery}
      </button>
      {student ? (
        <Link to="/">{access.stayIn(student.className)}</Link>
      ) : (
        openClass !== null && (
          <button className="as-link" onClick={() => onGo({ step: 'open' })} type="button">
            {access.openEnter}
          </button>
        )
      )}
    </section>
  );
}
