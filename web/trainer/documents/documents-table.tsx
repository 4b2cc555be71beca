import type { ReactElement } from 'react';
import type { TrainerDocument } from '../../../server/contract/documents.ts';
import { useMessages } from '../../i18n/messages.ts';
import type { OpenPlace } from '../../sources/use-document-panel.ts';
import type { DocumentTask } from './document-dialogs.tsx';
import { kindName } from './kind-name.ts';
import { ReasonList } from './reason-list.tsx';

type Actions = {
  readonly onOpen: OpenPlace;
  readonly onTask: (task: DocumentTask) => void;
};

/** The documents of the course: what each is, what students reach of it, and what can be done with it. */
export function DocumentsTable({
  documents,
  ...actions
}: Actions & { readonly documents: readonly TrainerDocument[] }): ReactElement {
  const { trainer } = useMessages();
  const { documents: messages } = trainer;
  return (
    <table className="cards documents">
      <caption className="visually-hidden">{messages.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{messages.title}</th>
          <th scope="col">{messages.kind}</th>
          <th scope="col">{messages.state}</th>
          <th className="number" scope="col">
            {messages.passages}
          </th>
          <th scope="col">{messages.actions}</th>
        </tr>
      </thead>
      <tbody>
        {documents.map((document) => (
          <Row document={document} key={document.path} {...actions} />
        ))}
      </tbody>
    </table>
  );
}

function Row({
  document,
  onOpen,
  onTask,
}: Actions & { readonly document: TrainerDocument }): ReactElement {
  const { trainer } = useMessages();
  const { documents: messages } = trainer;
  const { path, title, kind, language, status, reasons, chunks } = document;
  return (
    <tr>
      <th scope="row">
        <span lang={language}>{title}</span>
        <span className="path">{path}</span>
      </th>
      <td data-label={messages.kind}>{kindName(kind, messages)}</td>
      <td data-label={messages.state}>
        <span className={`status ${status}`}>{messages.statuses[status]}</span>
        {status !== 'ready' && (
          <p className="status-explained">{messages.statusesExplained[status]}</p>
        )}
        <ReasonList reasons={reasons} />
      </td>
      <td className="number" data-label={messages.passages}>
        {trainer.count(chunks)}
      </td>
      <td className="row-actions">
        <RowActions document={document} onOpen={onOpen} onTask={onTask} />
      </td>
    </tr>
  );
}

function RowActions({
  document,
  onOpen,
  onTask,
}: Actions & { readonly document: TrainerDocument }): ReactElement {
  const { trainer } = useMessages();
  const { documents: messages } = trainer;
  const { id, title, language, status, length } = document;
  const readable = status !== 'failed';
  return (
    <>
      {id !== null && (
        <button
          aria-label={messages.openName(title)}
          onClick={(event) =>
            onOpen(
              {
                documentId: id,
                title,
                headings: [],
                start: 0,
                end: length ?? 0,
                line: 1,
                language,
              },
              'section',
              event.currentTarget,
            )
          }
          type="button"
        >
          {messages.open}
        </button>
      )}
      {readable && (
        <button
          aria-label={messages.previewName(title)}
          onClick={() => onTask({ type: 'preview', document })}
          type="button"
        >
          {messages.preview}
        </button>
      )}
      {readable && (
        <button
          aria-label={messages.reclassifyName(title)}
          onClick={() => onTask({ type: 'reclassify', document })}
          type="button"
        >
          {messages.reclassify}
        </button>
      )}
      <button
        aria-label={messages.deleteName(title)}
        onClick={() => onTask({ type: 'delete', document })}
        type="button"
      >
        {messages.delete}
      </button>
    </>
  );
}
