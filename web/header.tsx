import type { ReactElement } from 'react';
import type { SessionView } from '../server/contract/access.ts';
import type { Status } from '../server/contract/course.ts';
import type { PageLanguage } from './i18n/language.ts';
import { useMessages } from './i18n/messages.ts';
import { partName } from './part-name.ts';
import { Link } from './router/link.tsx';
import { pathOf, type PagePart, type PageRoute } from './router/page-route.ts';
import type { LastRoutes } from './router/use-last-routes.ts';
import { AccessMenu } from './session/access-menu.tsx';
import type { SessionHandle } from './session/use-session.ts';

type Props = {
  readonly part: PagePart;
  readonly last: LastRoutes;
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
  last,
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
      {isIn && <Sections last={last} part={part} trainer={session.trainer} />}
      {isIn && status && <ModelBadge status={status} trainer={session.trainer} />}
      <div className="tools">
        <button lang={other} onClick={() => onLanguage(other)} type="button">
          {messages.common.otherLanguage}
        </button>
        {isIn && <AccessMenu onSession={onSession} session={session} />}
      </div>
    </header>
  );
}

const roots: readonly PageRoute[] = [
  { part: 'ask', conversationId: null },
  { part: 'draft', draftId: null },
  { part: 'trainer', page: '' },
];

/** The parts, each where it was left; from inside drafts or the trainer's pages, to where they begin. */
function Sections({
  part,
  last,
  trainer,
}: Pick<Props, 'part' | 'last'> & { trainer: boolean }): ReactElement {
  const messages = useMessages();
  const target = (root: PageRoute) =>
    root.part === part && part !== 'ask' ? root : (last[root.part] ?? root);
  return (
    <nav aria-label={messages.common.sections} className="sections">
      {roots
        .filter((root) => root.part !== 'trainer' || trainer)
        .map((root) => (
          <Link
            aria-current={part === root.part ? 'page' : undefined}
            key={root.part}
            to={pathOf(target(root))}
          >
            {partName(root.part, messages)}
          </Link>
        ))}
    </nav>
  );
}

function ModelBadge({ status, trainer }: { status: Status; trainer: boolean }): ReactElement {
  const messages = useMessages();
  const offline = status.mode === 'offline';
  return (
    <details className={trainer ? 'badge for-trainer' : 'badge'}>
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
