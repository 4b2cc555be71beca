import { useId, useState, type ReactElement } from 'react';
import type { TrainerDocument, TrainerDocuments } from '../../../server/contract/documents.ts';
import { useMessages } from '../../i18n/messages.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { DetailedFailure } from '../common/detailed-failure.tsx';
import type { Failure } from '../../api/failure.ts';
import { reclassifyDocument } from './change-document.ts';
import { kinds } from './document-limits.ts';
import { FormActions } from '../common/form-actions.tsx';

/** Where a trainer says what a document is, with what each kind does. */
export function ReclassifyDialog({
  document: { path, title, kind },
  onClose,
  onDone,
}: {
  readonly document: TrainerDocument;
  readonly onClose: () => void;
  readonly onDone: (documents: TrainerDocuments) => void;
}): ReactElement {
  const { trainer } = useMessages();
  const { documents } = trainer;
  const id = useId();
  const [chosen, setChosen] = useState(kinds.find((one) => one === kind) ?? 'document');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const change = async () => {
    setBusy(true);
    const result = await reclassifyDocument(path, chosen);
    setBusy(false);
    if (result.ok) onDone(result.value);
    else setFailure(result.failure);
  };
  return (
    <Dialog onClose={onClose} title={documents.reclassifyTitle(title)}>
      <form
        className="trainer-form"
        onSubmit={(event) => {
          event.preventDefault();
          void change();
        }}
      >
        <p>{documents.reclassifyLead}</p>
        <fieldset className="kinds">
          <legend className="visually-hidden">{documents.kind}</legend>
          {kinds.map((one) => (
            <div className="kind" key={one}>
              <input
                aria-describedby={`${id}-${one}-explained`}
                checked={chosen === one}
                id={`${id}-${one}`}
                name={id}
                onChange={() => setChosen(one)}
                type="radio"
              />
              <label htmlFor={`${id}-${one}`}>{documents.kinds[one]}</label>
              <p id={`${id}-${one}-explained`}>{documents.kindsExplained[one]}</p>
            </div>
          ))}
        </fieldset>
        {failure && <DetailedFailure failure={failure} />}
        <FormActions
          disabled={busy || chosen === kind}
          onCancel={onClose}
          submit={documents.reclassifyDo}
        />
      </form>
    </Dialog>
  );
}
