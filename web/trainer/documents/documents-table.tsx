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
  const { path, kind, status, reasons, chunks } = document;
  return (
    <tr>
      <th scope="row">
        <Title document={document} onOpen={onOpen} />
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
      <td>
        <RowActions document={document} onTask={onTask} />
      </td>
    </tr>
  );
}

/** The title, which opens the document as students read it, where they can. */
function Title({
  document: { id, title, language, length },
  onOpen,
}: Pick<Actions, 'onOpen'> & { readonly document: TrainerDocument }): ReactElement {
  const { documents: messages } = useMessages().trainer;
  if (id === null) return <span lang={language}>{title}</span>;
  const whole = {
    documentId: id,
    title,
    headings: [],
    start: 0,
    end: length ?? 0,
    line: 1,
    language,
  };
  return (
    <button
      className="place-button"
      lang={language}
      onClick={(event) => onOpen(whole, 'section', event.currentTarget)}
      title={messages.open}
      type="button"
    >
      {title}
    </button>
  );
}

function RowActions({
  document,
  onTask,
}: Pick<Actions, 'onTask'> & { readonly document: TrainerDocument }): ReactElement {
  const { documents: messages } = useMessages().trainer;
  const { title, status } = document;
  const all = [
    { type: 'preview', label: messages.preview, full: messages.previewName(title) },
    { type: 'reclassify', label: messages.reclassify, full: messages.reclassifyName(title) },
    { type: 'delete', label: messages.delete, full: messages.deleteName(title) },
  ] as const;
  // A file that could not be read has no passages and no kind.
  const possible = status === 'failed' ? all.slice(-1) : all;
  return (
    <div className="row-actions">
      {possible.map(({ type, label, full }) => (
        <button
          aria-label={full}
          className="as-link"
          key={type}
          onClick={() => onTask({ type, document })}
          type="button"
        >
          {label}
        </button>
      ))}
    </div>
  );
}
