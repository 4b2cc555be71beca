import { type ReactElement, useState } from 'react';
import type { EnteredView } from '../../server/contract/access.ts';
import type { Failure } from '../api/failure.ts';
import { sendJson } from '../api/send-json.ts';
import { errorSentence } from '../i18n/error-sentence.ts';
import { useMessages } from '../i18n/messages.ts';
import type { SessionHandle } from '../session/use-session.ts';
import type { EntryStep } from './entry-step.ts';
import { StepHeading } from './step-heading.tsx';

type Props = {
  readonly name: string;
  readonly moved: boolean;
  readonly onGo: (step: EntryStep) => void;
  readonly onSession: SessionHandle['update'];
};

/** The choice between the class that asks for no code and one that does. */
export function OpenStep({ name, moved, onGo, onSession }: Props): ReactElement {
  const messages = useMessages();
  const { access } = messages;
  const [failure, setFailure] = useState<Failure | null>(null);
  const enter = async () => {
    const result = await sendJson<EnteredView>('POST', '/api/session/student', {});
    if (result.ok) onSession(result.value);
    else setFailure(result.failure);
  };
  return (
    <section className="entry-step">
      <StepHeading focus={moved} text={access.entryTitle} />
      <p>{access.entryIntro}</p>
      <p>{access.openClass(name)}</p>
      {failure && (
        <p className="failure" role="alert">
          {errorSentence(messages, failure)}
        </p>
      )}
      <div className="actions">
        <button className="primary" onClick={() => void enter()} type="button">
          {access.openEnter}
        </button>
        <button onClick={() => onGo({ step: 'code' })} type="button">
          {access.haveCode}
        </button>
      </div>
      <button className="as-link" onClick={() => onGo({ step: 'recover' })} type="button">
        {access.haveRecovery}
      </button>
    </section>
  );
}
