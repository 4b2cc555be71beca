import type { ReactElement } from 'react';
import type { TrainerDocument, TrainerDocuments } from '../../../server/contract/documents.ts';
import { sendJson } from '../../api/send-json.ts';
import { useMessages } from '../../i18n/messages.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { ChunksDialog } from './chunks-dialog.tsx';
import { ReclassifyDialog } from './reclassify-dialog.tsx';
import { documentAddress } from './send-file.ts';

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
  const { trainer, common } = useMessages();
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
        <ConfirmDialog
          act={() => sendJson<TrainerDocuments>('DELETE', documentAddress(path))}
          cancel={common.cancel}
          confirm={documents.deleteDo}
          explanation={documents.deleteLead(path)}
          onCancel={onClose}
          onDone={done}
          title={documents.deleteTitle(title)}
        />
      );
  }
}
