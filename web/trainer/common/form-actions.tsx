import type { ReactElement } from 'react';
import { useMessages } from '../../i18n/messages.ts';

type Props = {
  /** What sending the form does, in words. */
  readonly submit: string;
  readonly disabled: boolean;
  /** True where it cannot be taken back. */
  readonly danger?: boolean;
  readonly onCancel: () => void;
};

/** The end of a form in a dialog: back, or send it. */
export function FormActions({ submit, disabled, danger = false, onCancel }: Props): ReactElement {
  const { common } = useMessages();
  return (
    <div className="actions">
      <button onClick={onCancel} type="button">
        {common.cancel}
      </button>
      <button className={danger ? 'danger' : 'primary'} disabled={disabled} type="submit">
        {submit}
      </button>
    </div>
  );
}
