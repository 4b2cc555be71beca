import { type ReactElement, useEffect } from 'react';
import type { SessionView } from '../server/contract/access.ts';
import type { Status } from '../server/contract/course.ts';
import type { Fetched } from './api/get-json.ts';
import { AskPage } from './ask/ask-page.tsx';
import { DraftPage } from './draft/draft-page.tsx';
import type { PageLanguage } from './i18n/language.ts';
import { useMessages } from './i18n/messages.ts';
import type { PageRoute } from './router/page-route.ts';
import type { LastRoutes } from './router/use-last-routes.ts';
import { ownerOf } from './session/owner-of.ts';
import { DocumentPanel } from './sources/document-panel.tsx';
import { type OpenPlace, useDocumentPanel } from './sources/use-document-panel.ts';
import { useModule } from './use-module.ts';

type Props = {
  readonly route: PageRoute;
  readonly last: LastRoutes;
  readonly session: SessionView;
  readonly language: PageLanguage;
  readonly course: Fetched<Status> | null;
  readonly onReload: () => void;
};

/** The parts of the page that this person may see, one of them shown, and the document opened from it. */
export function Parts({ route, last, session, language, course, onReload }: Props): ReactElement {
  const { panel, open, close } = useDocumentPanel();
  const { student, trainer } = session;
  const { part } = route;
  // A document belongs to what it was opened from.
  useEffect(close, [part, close]);
  const owner = student && ownerOf(student);

  return (
    <div className={panel ? 'page with-panel' : 'page'}>
      {/* Hidden, not taken away: a draft being written survives a question, and the other way round. */}
      {student && owner !== null && last.draft && (
        <main
          hidden={part !== 'draft'}
          id={part === 'draft' ? 'content' : undefined}
          key={`draft ${owner}`}
        >
          <DraftPage
            active={part === 'draft'}
            draftId={last.draft.draftId}
            language={language}
            onOpen={open}
            owner={owner}
          />
        </main>
      )}
      {student && owner !== null && last.ask && (
        <main
          className="ask-main"
          hidden={part !== 'ask'}
          id={part === 'ask' ? 'content' : undefined}
          key={`ask ${owner}`}
        >
          <AskPage
            active={part === 'ask'}
            conversationId={last.ask.conversationId}
            inOpenClass={student.className === session.openClass}
            course={course}
            language={language}
            onOpen={open}
            onReload={onReload}
            owner={owner}
          />
        </main>
      )}
      {trainer && route.part === 'trainer' && (
        <main className="wide" id="content">
          <Trainer language={language} onOpen={open} page={route.page} />
        </main>
      )}
      {panel && <DocumentPanel onClose={close} onOpen={open} panel={panel} />}
    </div>
  );
}

const loadTrainer = () => import('./trainer/trainer-page.tsx');

function Trainer(props: {
  readonly page: string;
  readonly language: PageLanguage;
  readonly onOpen: OpenPlace;
}): ReactElement {
  const { common } = useMessages();
  const loaded = useModule(loadTrainer);
  if (loaded.status === 'ready') return <loaded.module.TrainerPage {...props} />;
  if (loaded.status === 'loading') return <p className="part-note">{common.loadingPart}</p>;
  return (
    <div className="part-note">
      <p role="alert">{common.partFailed}</p>
      <button onClick={loaded.retry} type="button">
        {common.retry}
      </button>
    </div>
  );
}
