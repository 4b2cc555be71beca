import { type ReactElement, useState } from 'react';
import type { SessionView } from '../../server/contract/access.ts';
import { useMessages } from '../i18n/messages.ts';
import { Link } from '../router/link.tsx';
import type { Departure, SessionHandle } from '../session/use-session.ts';
import { ChooseStep } from './choose-step.tsx';
import { CodeStep } from './code-step.tsx';
import { type EntryStep, firstStep } from './entry-step.ts';
import { NotedStep } from './noted-step.tsx';
import { OpenStep } from './open-step.tsx';
import { RecoverStep } from './recover-step.tsx';
import { TrainerStep } from './trainer-step.tsx';

type Props = {
  readonly session: SessionView;
  /** True on the trainer's pages, which ask for a token. */
  readonly trainer: boolean;
  readonly departure: Departure | null;
  readonly onSession: SessionHandle['update'];
};

/** How a visitor comes in: a class code and a pseudonym, a recovery code, or the trainer's token. */
export function EntryPage({ session, trainer, departure, onSession }: Props): ReactElement {
  const { access } = useMessages();
  const [step, setStep] = useState<EntryStep>(() => firstStep(session));
  // Who is in already came here by a link, which is gone.
  const [moved, setMoved] = useState(session.student !== null);
  const go = (next: EntryStep) => {
    setMoved(true);
    setStep(next);
  };
  return (
    <main className="entry" id="content">
      {!trainer && departure && !moved && (
        <p className="entry-departure" role="status">
          {access[departure]}
        </p>
      )}
      {trainer ? (
        <TrainerStep onSession={onSession} />
      ) : (
        <StepView moved={moved} onGo={go} onSession={onSession} session={session} step={step} />
      )}
      {!trainer && (
        <section className="entry-privacy">
          <h3>{access.privacyTitle}</h3>
          <p>{access.privacy}</p>
        </section>
      )}
      <p className="entry-other">
        {trainer ? (
          <Link to="/">{access.studentArea}</Link>
        ) : (
          <Link to="/trainer">{access.trainerArea}</Link>
        )}
      </p>
    </main>
  );
}

function StepView({
  step,
  session,
  moved,
  onGo,
  onSession,
}: {
  readonly step: EntryStep;
  readonly session: SessionView;
  /** True after the first step: the focus then goes to the heading of the next. */
  readonly moved: boolean;
  readonly onGo: (step: EntryStep) => void;
  readonly onSession: SessionHandle['update'];
}): ReactElement {
  const start = firstStep(session);
  switch (step.step) {
    case 'open':
      return (
        <OpenStep moved={moved} name={session.openClass ?? ''} onGo={onGo} onSession={onSession} />
      );
    case 'code':
      return <CodeStep moved={moved} onGo={onGo} session={session} />;
    case 'choose':
      return <ChooseStep code={step.code} offer={step.offer} onGo={onGo} />;
    case 'noted':
      return <NotedStep entered={step.entered} onSession={onSession} />;
    case 'recover':
      return <RecoverStep onGo={onGo} onSession={onSession} start={start} />;
  }
}
