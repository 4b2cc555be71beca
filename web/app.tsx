import { type ReactElement, useEffect } from 'react';
import { useStatus } from './api/use-status.ts';
import { EntryPage } from './entry/entry-page.tsx';
import { Header } from './header.tsx';
import { en } from './i18n/en.ts';
import { fr } from './i18n/fr.ts';
import { useLanguage } from './i18n/language.ts';
import { MessagesContext } from './i18n/messages.ts';
import { Parts } from './parts.tsx';
import { routeTitle } from './route-title.ts';
import { navigate } from './router/navigate.ts';
import { useLastRoutes } from './router/use-last-routes.ts';
import { useRoute } from './router/use-route.ts';
import { SessionProblem } from './session/session-problem.tsx';
import { useSession } from './session/use-session.ts';

/** The whole page: who this browser is decides whether its parts are shown, or how to enter. */
export function App(): ReactElement {
  const [language, setLanguage] = useLanguage();
  const messages = language === 'fr' ? fr : en;
  const route = useRoute();
  const last = useLastRoutes(route);
  const session = useSession(route.part === 'trainer' || route.part === 'enter');
  const { reload: reloadSession } = session;
  const isEntering = route.part === 'enter';
  // Who goes back from there may be somebody else by now.
  useEffect(() => (isEntering ? reloadSession : undefined), [isEntering, reloadSession]);
  const { status, reload } = useStatus();
  const title = routeTitle(route, messages);
  useEffect(() => {
    document.title = `${title} · Repère`;
  }, [title]);

  const { state } = session;
  const who = state.status === 'ready' ? state.session : null;
  const isIn = route.part === 'trainer' ? who?.trainer : !isEntering && who?.student;
  return (
    <MessagesContext value={messages}>
      <a className="skip" href="#content">
        {messages.common.skip}
      </a>
      <Header
        language={language}
        last={last}
        onLanguage={setLanguage}
        onSession={session.update}
        part={route.part}
        session={who}
        status={status?.ok ? status.value : null}
      />
      {state.status !== 'ready' && <SessionProblem onReload={session.reload} state={state} />}
      {who && !isIn && (
        <EntryPage
          key={route.part === 'trainer' ? 'trainer' : who.student === null ? 'out' : 'in'}
          departure={state.status === 'ready' ? state.departure : null}
          onSession={(entered) => {
            session.update(entered);
            if (isEntering) navigate('/', { replace: true });
          }}
          session={who}
          trainer={route.part === 'trainer'}
        />
      )}
      {who && (
        <Parts
          course={status}
          language={language}
          last={last}
          onReload={reload}
          route={route}
          session={who}
        />
      )}
    </MessagesContext>
  );
}
