import type { ReactElement } from 'react';
import type { Status } from '../server/contract/course.ts';
import type { PageLanguage } from './i18n/language.ts';
import { useMessages } from './i18n/messages.ts';
import { type PageSection, sectionLinks } from './use-section.ts';

type Props = {
  section: PageSection;
  status: Status | null;
  language: PageLanguage;
  onLanguage: (language: PageLanguage) => void;
  /** Null while there is no conversation to leave. */
  onNew: (() => void) | null;
};

/** Name and promise of the page, the model that answers, and what concerns the whole page. */
export function Header({ section, status, language, onLanguage, onNew }: Props): ReactElement {
  const messages = useMessages();
  const other = language === 'fr' ? 'en' : 'fr';
  return (
    <header className="header">
      <div className="brand">
        <h1>Repère</h1>
        <p>{messages.promise}</p>
      </div>
      <nav aria-label={messages.sections} className="sections">
        {(['ask', 'draft'] as const).map((one) => (
          <a aria-current={section === one ? 'page' : undefined} href={sectionLinks[one]} key={one}>
            {one === 'ask' ? messages.askSection : messages.draftSection}
          </a>
        ))}
      </nav>
      <div className="tools">
        {status && <ModelBadge status={status} />}
        {onNew && (
          <button onClick={onNew} type="button">
            {messages.newConversation}
          </button>
        )}
        <button lang={other} onClick={() => onLanguage(other)} type="button">
          {messages.otherLanguage}
        </button>
      </div>
    </header>
  );
}

function ModelBadge({ status }: { status: Status }): ReactElement {
  const messages = useMessages();
  const offline = status.mode === 'offline';
  return (
    <details className="badge">
      <summary>{offline ? messages.offlineModels : status.chatModel}</summary>
      <p>{offline ? messages.offlineExplained : messages.endpointExplained(status.chatModel)}</p>
    </details>
  );
}
