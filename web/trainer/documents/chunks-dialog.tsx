import type { ReactElement } from 'react';
import type { ChunkView, TrainerDocument } from '../../../server/contract/documents.ts';
import { useMessages } from '../../i18n/messages.ts';
import { sectionPath } from '../../sources/place-label.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Loaded } from '../common/loaded.tsx';
import { useResource } from '../common/use-resource.ts';
import { FileLink } from './file-link.tsx';

/** How a document is cut into the passages that are searched. */
export function ChunksDialog({
  document: { path, title, language },
  onClose,
}: {
  readonly document: TrainerDocument;
  readonly onClose: () => void;
}): ReactElement {
  const { trainer } = useMessages();
  const { documents } = trainer;
  const resource = useResource<readonly ChunkView[]>(
    `/api/trainer/chunks?path=${encodeURIComponent(path)}`,
  );
  return (
    <Dialog onClose={onClose} title={documents.previewTitle(title)}>
      <p>{documents.previewLead}</p>
      <p>
        <FileLink path={path} />
      </p>
      <Loaded resource={resource}>
        {(chunks) => <Chunks chunks={chunks} language={language} />}
      </Loaded>
    </Dialog>
  );
}

/** The passages of a document, in its order. */
export function Chunks({
  chunks,
  language,
}: {
  readonly chunks: readonly ChunkView[];
  readonly language: string;
}): ReactElement {
  const { trainer } = useMessages();
  const { documents } = trainer;
  if (chunks.length === 0) return <p className="trainer-empty">{documents.previewEmpty}</p>;
  return (
    <ol className="chunks">
      {chunks.map(({ headings, text, line }, index) => (
        <li key={index}>
          <h3>
            {documents.passage(index + 1)}, {documents.line(line)}
          </h3>
          {headings.length > 0 && (
            <p className="trainer-hint" lang={language}>
              {sectionPath({ headings })}
            </p>
          )}
          <p className="chunk-text" lang={language}>
            {text}
          </p>
        </li>
      ))}
    </ol>
  );
}
