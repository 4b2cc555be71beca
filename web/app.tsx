import { useRef, type ReactElement } from 'react';
import { useStatus } from './api/use-status.ts';
import { announcement } from './ask/announcement.ts';
import { Composer, type ComposerHandle } from './ask/composer.tsx';
import { Intro } from './ask/intro.tsx';
import { Transcript } from './ask/transcript.tsx';
import { useAnswer } from './ask/use-answer.ts';
import { DraftPage } from './draft/draft-page.tsx';
import { Header } from './header.tsx';
import { en } from './i18n/en.ts';
import { fr } from './i18n/fr.ts';
import { useLanguage } from './i18n/language.ts';
import { MessagesContext } from './i18n/messages.ts';
import { DocumentPanel } from './sources/document-panel.tsx';
import { useDocumentPanel } from './sources/use-document-panel.ts';
import { useSection } from './use-section.ts';

/** The whole page: a conversation or a draft, and the document that the reader opened from it. */
export function App(): ReactElement {
  const [language, setLanguage] = useLanguage();
  const messages = language === 'fr' ? fr : en;
  const { status, reload } = useStatus();
  const { conversation, ask, retry, stop, reset } = useAnswer();
  const { panel, open, close } = useDocumentPanel();
  const composer = useRef<ComposerHandle>(null);
  const section = useSection();

  const fill = (question: string) => composer.current?.fill(question);
  const again = () => {
    // The button goes away with the failure: the focus must not go with it.
    composer.current?.focus();
    retry();
  };
  const leave = () => {
    close();
    reset();
    composer.current?.focus();
  };
  const { turns } = conversation;

  return (
    <MessagesContext value={messages}>
      <Header
        language={language}
        onLanguage={setLanguage}
        onNew={section === 'ask' && turns.length > 0 ? leave : null}
        section={section}
        status={status?.ok ? status.value : null}
      />
      <div className={panel ? 'page with-panel' : 'page'}>
        {/* Hidden, not taken away: a draft being written survives a question, and the other way round. */}
        <main hidden={section !== 'draft'}>
          <DraftPage language={language} onOpen={open} />
        </main>
        <main hidden={section !== 'ask'}>
          {turns.length === 0 && (
            <Intro language={language} onPick={fill} onReload={reload} status={status} />
          )}
          <Transcript onEdit={fill} onOpen={open} onRetry={again} turns={turns} />
          <p className="visually-hidden" role="status">
            {announcement(conversation, messages)}
          </p>
          <div className="dock">
            <Composer
              busy={turns.at(-1)?.answer.status === 'streaming'}
              onAsk={ask}
              onStop={stop}
              ref={composer}
            />
            <p className="notice">{messages.notice}</p>
          </div>
        </main>
        {panel && <DocumentPanel onClose={close} onOpen={open} panel={panel} />}
      </div>
    </MessagesContext>
  );
}
