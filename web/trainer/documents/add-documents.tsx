import { useReducer, useState, type ReactElement } from 'react';
import type { TrainerDocuments } from '../../../server/contract/documents.ts';
import { useMessages } from '../../i18n/messages.ts';
import { addState, nothingAdded } from './add-state.ts';
import { ChosenFiles } from './chosen-files.tsx';
import { DropZone } from './drop-zone.tsx';
import { documentLimit } from './document-limits.ts';
import { sendFile } from './send-file.ts';

const megabytes = documentLimit / 1_000_000;

/** Where files are chosen, looked over, and added to the course. */
export function AddDocuments({
  paths,
  onDocuments,
}: {
  /** Of the documents that the course has. */
  readonly paths: readonly string[];
  readonly onDocuments: (documents: TrainerDocuments) => void;
}): ReactElement {
  const { trainer } = useMessages();
  const { documents } = trainer;
  const [{ files, refused }, dispatch] = useReducer(addState, nothingAdded);
  const [busy, setBusy] = useState(false);

  const sendAll = async () => {
    setBusy(true);
    // One after the other: each is acknowledged before the next is begun.
    for (const file of files.filter(({ status }) => status !== 'sent')) {
      dispatch({ type: 'send', path: file.path });
      const result = await sendFile(file);
      if (result.ok) {
        dispatch({ type: 'sent', path: file.path });
        onDocuments(result.value);
      } else dispatch({ type: 'fail', path: file.path, failure: result.failure });
    }
    setBusy(false);
  };

  return (
    <section className="trainer-section">
      <h3>{documents.addTitle}</h3>
      <DropZone
        disabled={busy}
        hint={documents.addHint(megabytes)}
        onFiles={(chosen) => dispatch({ type: 'choose', files: chosen, paths })}
      />
      {refused.length > 0 && (
        <div role="alert">
          <ul className="file-refusals">
            {refused.map(({ name, why }, index) => (
              <li key={index}>
                <strong>{name}</strong>{' '}
                {why === 'size' ? documents.refused.size(megabytes) : documents.refused[why]}
              </li>
            ))}
          </ul>
        </div>
      )}
      <ChosenFiles
        busy={busy}
        files={files}
        onKind={(path, kind) => dispatch({ type: 'kind', path, kind })}
        onRemove={(path) => dispatch({ type: 'remove', path })}
        onSend={() => void sendAll()}
      />
    </section>
  );
}
