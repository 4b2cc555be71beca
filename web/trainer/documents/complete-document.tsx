import type { ReactElement } from 'react';
import type { TrainerDocument } from '../../../server/contract/documents.ts';
import { useMessages } from '../../i18n/messages.ts';
import { Link } from '../../router/link.tsx';
import { trainerPath } from '../trainer-parts.ts';
import { FileLink } from './file-link.tsx';

/** How one document is completed: its file is fetched, written on, and put back under its name. */
export function CompleteDocument({
  document: { path, title },
}: {
  readonly document: TrainerDocument;
}): ReactElement {
  const { documents: messages } = useMessages().trainer;
  const name = path.slice(path.lastIndexOf('/') + 1);
  return (
    <section className="complete-document trainer-section">
      <h3>{messages.completeTitle(title)}</h3>
      <p>{messages.completeLead(name)}</p>
      <div className="actions">
        <FileLink path={path} primary />
        <Link className="button" to={trainerPath('documents')}>
          {messages.showAll}
        </Link>
      </div>
    </section>
  );
}
