import { useId, useState, type ReactElement } from 'react';
import type { ChangeClassRequest, ClassView } from '../../../server/contract/classes.ts';
import type { Failure } from '../../api/failure.ts';
import { sendJson } from '../../api/send-json.ts';
import { useMessages } from '../../i18n/messages.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { FailureNote } from '../common/loaded.tsx';
import { classAddress } from './class-address.ts';
import { ClassForm, type ClassFields } from './class-form.tsx';

/** Where a class is renamed, its code given another last day, and its door opened or closed. */
export function ChangeClassDialog({
  view,
  onClose,
  onChanged,
}: {
  readonly view: ClassView;
  readonly onClose: () => void;
  readonly onChanged: () => void;
}): ReactElement {
  const { trainer, common } = useMessages();
  const { classes } = trainer;
  const id = useId();
  const [open, setOpen] = useState(view.open);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const save = async (fields: ClassFields) => {
    setBusy(true);
    const change: ChangeClassRequest = {
      ...(fields.name !== view.name && { name: fields.name }),
      ...(fields.codeExpiresAt !== view.codeExpiresAt && { codeExpiresAt: fields.codeExpiresAt }),
      ...(open !== view.open && { open }),
    };
    const result = await sendJson<ClassView>('PATCH', classAddress(view), change);
    setBusy(false);
    if (result.ok) onChanged();
    else setFailure(result.failure);
  };
  return (
    <Dialog onClose={onClose} title={classes.changeTitle(view.name)}>
      <ClassForm
        beside={
          <button onClick={onClose} type="button">
            {common.cancel}
          </button>
        }
        busy={busy}
        onSubmit={(fields) => void save(fields)}
        start={view}
        submit={classes.save}
      >
        <div className="choice">
          <input
            aria-describedby={`${id}-hint`}
            checked={open}
            id={id}
            onChange={(event) => setOpen(event.target.checked)}
            type="checkbox"
          />
          <label htmlFor={id}>{classes.openLabel}</label>
          <p className="trainer-hint" id={`${id}-hint`}>
            {classes.openHint}
          </p>
        </div>
        {failure?.code === 'conflict' ? (
          <p className="failure" role="alert">
            {classes.notLocal}
          </p>
        ) : (
          failure && <FailureNote failure={failure} />
        )}
      </ClassForm>
    </Dialog>
  );
}
