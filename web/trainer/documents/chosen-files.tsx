import type { ReactElement } from 'react';
import { useMessages } from '../../i18n/messages.ts';
import { FailureNote } from '../common/loaded.tsx';
import type { AddedFile } from './add-state.ts';
import { kinds, type Kind } from './document-limits.ts';
import { ServerSentence } from './server-sentence.tsx';

type Props = {
  readonly files: readonly AddedFile[];
  readonly busy: boolean;
  readonly onKind: (path: string, kind: Kind | null) => void;
  readonly onRemove: (path: string) => void;
  readonly onSend: () => void;
};

/** The files that will be added, what becomes of each, and the button that adds them. */
export function ChosenFiles({ files, busy, onKind, onRemove, onSend }: Props): ReactElement | null {
  const { trainer } = useMessages();
  const { documents } = trainer;
  if (files.length === 0) return null;
  const sent = files.filter(({ status }) => status === 'sent').length;
  const waiting = files.length - sent;
  return (
    <div className="chosen-files">
      <h4>{documents.chosen}</h4>
      <ul>
        {files.map((file) => (
          <FileItem busy={busy} file={file} key={file.path} onKind={onKind} onRemove={onRemove} />
        ))}
      </ul>
      {busy && (
        <p>
          <progress aria-label={documents.chosen} max={files.length} value={sent} />{' '}
          {documents.sending(sent, files.length)}
        </p>
      )}
      {waiting > 0 && (
        <button className="primary" disabled={busy} onClick={onSend} type="button">
          {documents.send(waiting)}
        </button>
      )}
    </div>
  );
}

function FileItem({
  file: { name, path, replaces, kind, status, failure },
  busy,
  onKind,
  onRemove,
}: Pick<Props, 'busy' | 'onKind' | 'onRemove'> & { readonly file: AddedFile }): ReactElement {
  const { documents } = useMessages().trainer;
  const states = {
    waiting: documents.fileWaiting,
    sending: documents.fileSending,
    sent: documents.fileSent,
    failed: documents.fileRefused,
  };
  const open = status === 'waiting' || status === 'failed';
  return (
    <li>
      <p>
        <strong>{name}</strong>{' '}
        <span className="trainer-hint">
          {replaces ? documents.replaces(path) : documents.newFile}, {states[status]}
        </span>
      </p>
      {open && (
        <div className="file-tools">
          <select
            aria-label={documents.kindOf(name)}
            disabled={busy}
            onChange={(event) =>
              onKind(path, kinds.find((one) => one === event.target.value) ?? null)
            }
            value={kind ?? ''}
          >
            <option value="">{documents.kindAsIs}</option>
            {kinds
              .filter((one) => one !== 'document')
              .map((one) => (
                <option key={one} value={one}>
                  {documents.kinds[one]}
                </option>
              ))}
          </select>
          <button
            aria-label={documents.remove(name)}
            disabled={busy}
            onClick={() => onRemove(path)}
            type="button"
          >
            {documents.removeShort}
          </button>
        </div>
      )}
      {failure && (
        <FailureNote failure={failure}>
          {failure.detail !== undefined && (
            <p>
              <ServerSentence aboutFile sentence={failure.detail} />
            </p>
          )}
        </FailureNote>
      )}
    </li>
  );
}
