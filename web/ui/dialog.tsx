import { type ReactElement, type ReactNode, useId, useLayoutEffect, useRef } from 'react';
import { useMessages } from '../i18n/messages.ts';

type Props = {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** `side` stands at the edge of the window, for a list; by default in its middle. */
  readonly place?: 'middle' | 'side';
  /** False where the dialog asks something: its own buttons are the ways out. By default true. */
  readonly closable?: boolean;
};

/**
 * A modal dialog: the browser keeps the focus in it, closes it with Escape or the back gesture, and gives the focus
 * back. Shown as long as it is rendered.
 */
export function Dialog({
  title,
  onClose,
  children,
  place = 'middle',
  closable = true,
}: Props): ReactElement {
  const { common } = useMessages();
  const id = useId();
  const element = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const dialog = element.current;
    const opener = document.activeElement;
    if (dialog && !dialog.open) dialog.showModal();
    return () => {
      dialog?.close();
      // Taken away rather than closed, a dialog gives no focus back by itself.
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    };
  }, []);
  return (
    <dialog
      aria-labelledby={id}
      className={`dialog ${place}`}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      ref={element}
    >
      <div className="dialog-header">
        <h2 id={id}>{title}</h2>
        {closable && (
          <button onClick={onClose} type="button">
            {common.close}
          </button>
        )}
      </div>
      <div className="dialog-body">{children}</div>
    </dialog>
  );
}
