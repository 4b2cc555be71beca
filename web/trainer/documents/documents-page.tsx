import { useState, type ReactElement } from 'react';
import type { TrainerDocument, TrainerDocuments } from '../../../server/contract/documents.ts';
import type { Failure } from '../../api/failure.ts';
import { sendJson } from '../../api/send-json.ts';
import { useMessages } from '../../i18n/messages.ts';
import type { OpenPlace } from '../../sources/use-document-panel.ts';
import { FailureNote, Loaded } from '../common/loaded.tsx';
import { PageHead } from '../common/page-head.tsx';
import { useFocusKept } from '../common/use-focus-kept.ts';
import { AddDocuments } from './add-documents.tsx';
import { CompleteDocument } from './complete-document.tsx';
import { DocumentDialog, type DocumentTask } from './document-dialogs.tsx';
import { DocumentsList } from './documents-list.tsx';
import { IngestionNote } from './ingestion-note.tsx';
import { ServerSentence } from './server-sentence.tsx';
import { useDocuments } from './use-documents.ts';

/** The page of the course's files. */
export function DocumentsPage({
  completing,
  onOpen,
}: {
  /** Id of the document to be completed, as the address has it; empty for none. */
  readonly completing: string;
  readonly onOpen: OpenPlace;
}): ReactElement {
  const { trainer } = useMessages();
  const { documents: messages } = trainer;
  const resource = useDocuments();
  const somethingLeaves = useFocusKept(resource.state);
  const [task, setTask] = useState<DocumentTask | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const reindex = async () => {
    const result = await sendJson<TrainerDocuments>('POST', '/api/trainer/ingestion');
    setFailure(result.ok ? null : result.failure);
    if (result.ok) resource.replace(result.value);
  };
  return (
    <>
      <PageHead lead={messages.lead} title={trainer.parts.documents} />
      <Loaded resource={resource}>
        {({ documents, ingestion, notes }) => (
          <>
            <IngestionNote
              ingestion={ingestion}
              lost={resource.lost}
              onReindex={() => void reindex()}
            />
            {failure && <FailureNote failure={failure} />}
            {notes.length > 0 && (
              <details className="trainer-help">
                <summary>{messages.notes(notes.length)}</summary>
                <ul>
                  {notes.map((note, index) => (
                    <li key={index}>
                      <ServerSentence sentence={note} />
                    </li>
                  ))}
                </ul>
              </details>
            )}
            <Completing documents={documents} id={completing} />
            <AddDocuments
              onDocuments={resource.replace}
              paths={documents.map(({ path }) => path)}
            />
            <DocumentsList
              documents={documents}
              key={completing}
              onOpen={onOpen}
              onTask={setTask}
              words={findDocument(documents, completing)?.path ?? ''}
            />
          </>
        )}
      </Loaded>
      {task && (
        <DocumentDialog
          onClose={() => setTask(null)}
          onDocuments={(changed) => {
            if (task.type === 'delete') somethingLeaves();
            resource.replace(changed);
          }}
          task={task}
        />
      )}
    </>
  );
}

function Completing({
  documents,
  id,
}: {
  readonly documents: readonly TrainerDocument[];
  readonly id: string;
}): ReactElement | null {
  const document = findDocument(documents, id);
  return document ? <CompleteDocument document={document} /> : null;
}

const findDocument = (
  documents: readonly TrainerDocument[],
  encoded: string,
): TrainerDocument | undefined =>
  documents.find(({ id }) => id !== null && encodeURIComponent(id) === encoded);
