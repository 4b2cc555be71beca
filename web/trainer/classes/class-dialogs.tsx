import type { ReactElement } from 'react';
import type { ClassView, ClassWithCode } from '../../../server/contract/classes.ts';
import { sendJson } from '../../api/send-json.ts';
import { useMessages } from '../../i18n/messages.ts';
import { TrainerConfirm } from '../common/trainer-confirm.tsx';
import { ChangeClassDialog } from './change-class-dialog.tsx';
import { classAddress } from './class-address.ts';

/** Something that is done with one class, in a dialog. */
export type ClassTask = {
  readonly type: 'code' | 'change' | 'delete';
  readonly view: ClassView;
};

/** The dialog of what is being done with a class. */
export function ClassDialog({
  task: { type, view },
  onClose,
  onCode,
  onChanged,
}: {
  readonly task: ClassTask;
  readonly onClose: () => void;
  readonly onCode: (made: ClassWithCode) => void;
  readonly onChanged: () => void;
}): ReactElement {
  const { trainer } = useMessages();
  const { classes } = trainer;
  switch (type) {
    case 'code':
      return (
        <TrainerConfirm
          act={() => sendJson<ClassWithCode>('POST', `${classAddress(view)}/code`)}
          confirm={classes.newCodeDo}
          explanation={classes.newCodeLead}
          onCancel={onClose}
          onDone={onCode}
          title={classes.newCodeTitle(view.name)}
        />
      );
    case 'change':
      return <ChangeClassDialog onChanged={onChanged} onClose={onClose} view={view} />;
    case 'delete':
      return (
        <TrainerConfirm
          act={() => sendJson<unknown>('DELETE', classAddress(view))}
          confirm={classes.deleteDo}
          explanation={classes.deleteLead(view.students)}
          onCancel={onClose}
          onDone={onChanged}
          title={classes.deleteTitle(view.name)}
          typed={view.name}
        />
      );
  }
}
