import type { ReactElement } from 'react';
import type { SessionView } from '../server/contract/access.ts';
import type { Status } from '../server/contract/course.ts';
import type { PageLanguage } from './i18n/language.ts';
import { useMessages } from './i18n/messages.ts';
import { partName } from './part-name.ts';
import { Link } from './router/link.tsx';
import type { PagePart } from './router/page-route.ts';
import { AccessMenu } from './session/access-menu.tsx';
import type { SessionHandle } from './session/use-session.ts';

type Props = {
  readonly part: PagePart;
  /** Null until the server has said who this browser is. */
  readonly session: SessionView | null;
  readonly status: Status | null;
  readonly language: PageLanguage;
  readonly onLanguage: (language: PageLanguage) => void;
  readonly onSession: SessionHandle['update'];
};

/** Name of the page, its parts, the model that answers, and what concerns the person who reads. */
export function Header({
  part,
  session,
  status,
  language,
  onLanguage,
  onSession,
}: Props): ReactElement {
  const messages = useMessages();
  const other = language === 'fr' ? 'en' : 'fr';
  const isIn = session !== null && (session.student !== null || session.trainer);
  return (
    <header className="header">
      <div className="brand">
        <h1>Repère</h1>
        <p>{messages.common.promise}</p>
      </div>
      {isIn && <Sections part={part} trainer={session.trainer} />}
      {status && <ModelBadge status={status} />}
      <div className="tools">
        <button lang={other} onClick={() => onLanguage(other)} type="button">
          {messages.common.otherLanguage}
        </button>
        {isIn && <AccessMenu onSession={onSession} session={session} />}
      </div>
    </header>
  );
}

const parts: readonly { readonly part: PagePart; readonly to: string }[] = [
  { part: 'ask', to: '/' },
  { part: 'draft', to: '/drafts' },
  { part: 'trainer', to: '/trainer' },
];

function Sections({ part, trainer }: { part: PagePart; trainer: boolean }): ReactElement {
  const messages = useMessages();
  return (
    <nav aria-label={messages.common.sections} className="sections">
      {parts
        .filter((one) => one.part !== 'trainer' || trainer)
        .map((one) => (
          <Link aria-current={part === one.part ? 'page' : undefined} key={one.part} to={one.to}>
            {partName(one.part, messages)}
          </Link>
        ))}
    </nav>
  );
}

function ModelBadge({ status }: { status: Status }): ReactElement {
  const messages = useMessages();
  const offline = status.mode === 'offline';
  return (
    <details className="badge">
      <summary>
        {offline ? (
          <>
            <span className="long">{messages.common.offlineModels}</span>
            <span className="short">{messages.common.offlineShort}</span>
          </>
        ) : (
          status.chatModel
        )}
      </summary>
      <p>
        {offline
          ? messages.common.offlineExplained
          : messages.common.endpointExplained(status.chatModel)}
      </p>
    </details>
  );
}
