import {
  useEffect,
  useLayoutEffect,
  useRef,
  type ReactElement,
  type ReactNode,
  type Ref,
} from 'react';
import type { Place } from '../../server/contract/course.ts';
import { errorSentence } from '../i18n/error-sentence.ts';
import { useMessages } from '../i18n/messages.ts';
import { DocumentText } from './document-text.tsx';
import { sectionPath } from './place-label.ts';
import type { OpenPlace, PanelState } from './use-document-panel.ts';
import { useWideScreen } from './use-wide-screen.ts';

/**
 * A document open at a place: a region beside the conversation where there is room, else a dialog over it.
 * Escape closes it from anywhere.
 */
export function DocumentPanel({
  panel,
  onOpen,
  onClose,
}: {
  panel: PanelState;
  onOpen: OpenPlace;
  onClose: () => void;
}): ReactElement {
  const messages = useMessages();
  const wide = useWideScreen();
  const heading = useRef<HTMLHeadingElement>(null);
  const { place, target } = panel;

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.isComposing) onClose();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [onClose]);
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
  }, [place, wide]);

  const content = (
    <>
      <PanelHeader heading={heading} onClose={onClose} place={place} />
      {panel.status === 'loading' && (
        <p className="panel-note">{messages.sources.loadingDocument}</p>
      )}
      {panel.status === 'failed' && (
        <div className="panel-note">
          <p role="alert">{errorSentence(messages, panel.failure)}</p>
          <button onClick={() => onOpen(place, target.kind)} type="button">
            {messages.common.retry}
          </button>
        </div>
      )}
      {panel.status === 'ready' && (
        <DocumentText document={panel.document} root={panel.root} target={target} />
      )}
    </>
  );
  const name = messages.sources.panelName(place.title);
  if (!wide)
    return (
      <Dialog name={name} onClose={onClose}>
        {content}
      </Dialog>
    );
  return (
    <section aria-label={name} className="document-panel">
      {content}
    </section>
  );
}

function PanelHeader({
  heading,
  place,
  onClose,
}: {
  heading: Ref<HTMLHeadingElement>;
  place: Place;
  onClose: () => void;
}): ReactElement {
  const messages = useMessages();
  return (
    <header className="panel-header">
      <div>
        <h2 lang={place.language} ref={heading} tabIndex={-1}>
          {place.title}
        </h2>
        <p className="place">
          <span lang={place.language}>{sectionPath(place)}</span>
          {place.headings.length > 0 && ', '}
          {messages.sources.line(place.line)}
        </p>
      </div>
      <button onClick={onClose} type="button">
        {messages.common.close}
      </button>
    </header>
  );
}

function Dialog({
  name,
  onClose,
  children,
}: {
  name: string;
  onClose: () => void;
  children: ReactNode;
}): ReactElement {
  const element = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    if (!element.current?.open) element.current?.showModal();
  }, []);
  return (
    // `cancel` is how a phone's back gesture asks to close.
    <dialog aria-label={name} className="document-panel" onCancel={onClose} ref={element}>
      {children}
    </dialog>
  );
}
