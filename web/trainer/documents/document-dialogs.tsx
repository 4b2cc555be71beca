import type { ReactElement } from 'react';
import type { TrainerDocument, TrainerDocuments } from '../../../server/contract/documents.ts';
import { useMessages } from '../../i18n/messages.ts';
import { TrainerConfirm } from '../common/trainer-confirm.tsx';
import { deleteDocument } from './change-document.ts';
import { ChunksDialog } from './chunks-dialog.tsx';
import { ReclassifyDialog } from './reclassify-dialog.tsx';

/** Something that is done with one document, in a dialog. */
export type DocumentTask = {
  readonly type: 'preview' | 'reclassify' | 'delete';
  readonly document: TrainerDocument;
};

/** The dialog of what is being done with a document. */
export function DocumentDialog({
  task: { type, document },
  onClose,
  onDocuments,
}: {
  readonly task: DocumentTask;
  readonly onClose: () => void;
  /** What a change answered; the dialog is closed by then. */
  readonly onDocuments: (documents: TrainerDocuments) => void;
}): ReactElement {
  const { trainer } = useMessages();
  const { documents } = trainer;
  const { path, title } = document;
  const done = (changed: TrainerDocuments) => {
    onClose();
    onDocuments(changed);
  };
  switch (type) {
    case 'preview':
      return <ChunksDialog document={document} onClose={onClose} />;
    case 'reclassify':
      return <ReclassifyDialog document={document} onClose={onClose} onDone={done} />;
    case 'delete':
      return (
        <TrainerConfirm
          act={() => deleteDocument(path)}
          confirm={documents.deleteDo}
          explanation={documents.deleteLead(path)}
          onCancel={onClose}
          onDone={done}
          title={documents.deleteTitle(title)}
        />
      );
  }
}
