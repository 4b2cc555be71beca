import { useId, useState, type ReactElement } from 'react';
import type { TrainerDocument } from '../../../server/contract/documents.ts';
import { useMessages } from '../../i18n/messages.ts';
import type { OpenPlace } from '../../sources/use-document-panel.ts';
import { Empty } from '../common/empty.tsx';
import type { DocumentTask } from './document-dialogs.tsx';
import { DocumentsTable } from './documents-table.tsx';
import { filterDocuments, type DocumentFilter } from './filter-documents.ts';

const everything: DocumentFilter = { words: '', status: null };

/** The states, those that want a look first. */
const states = ['failed', 'pending', 'sealed', 'partly-sealed', 'ready'] as const;

/** The documents, with a way to find some among many. */
export function DocumentsList({
  documents,
  words,
  onOpen,
  onTask,
}: {
  readonly documents: readonly TrainerDocument[];
  /** What is looked for at first; empty for everything. */
  readonly words: string;
  readonly onOpen: OpenPlace;
  readonly onTask: (task: DocumentTask) => void;
}): ReactElement {
  const { trainer } = useMessages();
  const { documents: messages } = trainer;
  const id = useId();
  const [filter, setFilter] = useState<DocumentFilter>({ ...everything, words });
  if (documents.length === 0) return <Empty>{messages.empty}</Empty>;
  const found = filterDocuments(documents, filter);
  const present = states.filter((state) => documents.some(({ status }) => status === state));
  return (
    <section className="trainer-section">
      <h3>{messages.caption}</h3>
      <div className="filters" role="search">
        <label htmlFor={`${id}-words`}>{messages.filter}</label>
        <input
          autoComplete="off"
          id={`${id}-words`}
          onChange={(event) => setFilter({ ...filter, words: event.target.value })}
          type="search"
          value={filter.words}
        />
        <label htmlFor={`${id}-state`}>{messages.filterState}</label>
        <select
          id={`${id}-state`}
          onChange={(event) =>
            setFilter({
              ...filter,
              status: states.find((state) => state === event.target.value) ?? null,
            })
          }
          value={filter.status ?? ''}
        >
          <option value="">{messages.anyState}</option>
          {present.map((state) => (
            <option key={state} value={state}>
              {messages.statuses[state]}
            </option>
          ))}
        </select>
        <p className="trainer-hint" role="status">
          {messages.found(found.length, documents.length)}
        </p>
      </div>
      {found.length === 0 ? (
        <Empty
          action={
            <button onClick={() => setFilter(everything)} type="button">
              {messages.showAll}
            </button>
          }
        >
          {messages.foundNone}
        </Empty>
      ) : (
        <DocumentsTable documents={found} onOpen={onOpen} onTask={onTask} />
      )}
    </section>
  );
}
