import { type ReactElement, useState } from 'react';
import type { SessionView } from '../../server/contract/access.ts';
import { sendJson } from '../api/send-json.ts';
import { useMessages } from '../i18n/messages.ts';
import { Link } from '../router/link.tsx';
import { navigate } from '../router/navigate.ts';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { browserStorage, forgetKeptTexts } from './kept-text.ts';
import { RecoverySection } from './recovery-section.tsx';
import type { Departure, SessionHandle } from './use-session.ts';

type Props = {
  readonly session: SessionView;
  readonly onSession: SessionHandle['update'];
  readonly onClose: () => void;
};

/** Who one is here, the code to come back with, what is kept, and the ways out. */
export function AccessDialog({ session, onSession, onClose }: Props): ReactElement {
  const { access } = useMessages();
  const [asks, setAsks] = useState<Departure | null>(null);
  const { student } = session;
  const gone = (departure: Departure) => (answered: SessionView | undefined) => {
    forgetKeptTexts(browserStorage('with-the-tab'));
    forgetKeptTexts(browserStorage());
    onClose();
    // What the address names was theirs.
    navigate('/', { replace: true });
    // A server that answers nothing has still let the student go.
    onSession(answered ?? { ...session, student: null }, departure);
  };

  if (asks === 'left')
    return (
      <ConfirmDialog
        act={() => sendJson<SessionView | undefined>('DELETE', '/api/session?role=student')}
        cancel={access.stay}
        confirm={access.leaveConfirm}
        explanation={access.leaveIntro}
        onCancel={() => setAsks(null)}
        onDone={gone('left')}
        title={access.leaveTitle}
      />
    );
  if (asks === 'deleted')
    return (
      <ConfirmDialog
        act={() => sendJson<SessionView | undefined>('DELETE', '/api/student')}
        cancel={access.keep}
        confirm={access.deleteConfirm}
        explanation={access.deleteIntro}
        onCancel={() => setAsks(null)}
        onDone={gone('deleted')}
        title={access.deleteTitle}
      />
    );
  return (
    <Dialog onClose={onClose} title={access.mine}>
      {student && (
        <>
          <dl className="who">
            <dt>{access.pseudonym}</dt>
            <dd lang="fr">{student.pseudonym}</dd>
            <dt>{access.className}</dt>
            <dd>{student.className}</dd>
          </dl>
          <div className="actions">
            <button onClick={() => setAsks('left')} type="button">
              {access.leave}
            </button>
            <Link className="button" onClick={onClose} to="/enter">
              {access.otherClass}
            </Link>
          </div>
          <RecoverySection />
          <DataSection keptUntil={student.keptUntil} />
          <QuitSection onQuit={() => setAsks('deleted')} />
        </>
      )}
      <TrainerSection onClose={onClose} onSession={onSession} session={session} />
    </Dialog>
  );
}

function DataSection({ keptUntil }: { keptUntil: string }): ReactElement {
  const { access, common } = useMessages();
  return (
    <section className="dialog-section">
      <h3>{access.dataSection}</h3>
      <p>{access.dataIntro}</p>
      {keptUntil !== '' && <p>{access.keptUntil(common.day(keptUntil))}</p>}
      <div className="actions">
        <a className="button" download href="/api/student/export">
          {access.export}
        </a>
      </div>
    </section>
  );
}

/** Out of the class for good. */
function QuitSection({ onQuit }: { onQuit: () => void }): ReactElement {
  const { access } = useMessages();
  return (
    <section className="dialog-section">
      <h3>{access.quitSection}</h3>
      <p>{access.quitIntro}</p>
      <div className="actions">
        <button className="danger quiet" onClick={onQuit} type="button">
          {access.delete}
        </button>
      </div>
    </section>
  );
}

function TrainerSection({ session, onSession, onClose }: Props): ReactElement {
  const { access } = useMessages();
  if (!session.trainer)
    return (
      <p className="dialog-section">
        <Link onClick={onClose} to="/trainer">
          {access.trainerArea}
        </Link>
      </p>
    );
  const leave = async () => {
    const result = await sendJson<SessionView | undefined>('DELETE', '/api/session?role=trainer');
    if (result.ok) onSession(result.value ?? { ...session, trainer: false });
  };
  return (
    <section className="dialog-section">
      <p>{access.trainerIn}</p>
      <div className="actions">
        <button onClick={() => void leave()} type="button">
          {access.trainerLeave}
        </button>
      </div>
    </section>
  );
}
