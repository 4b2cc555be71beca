import { type ReactElement, useEffect, useRef, useState } from 'react';
import { useMessages } from '../i18n/messages.ts';

/** Longest title, in UTF-16 code units: that of the contract's `renameRequest`. */
const longestTitle = 120;

type Props = {
  readonly title: string;
  readonly onSave: (title: string) => void;
  readonly onCancel: () => void;
};

/** The title of a conversation as a field: Enter keeps it, Escape does not, and leaving it keeps it. */
export function RenameForm({ title, onSave, onCancel }: Props): ReactElement {
  const { ask } = useMessages();
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(title);
  useEffect(() => field.current?.select(), []);
  const save = () => {
    const next = text.trim();
    if (next === '' || next === title) onCancel();
    else onSave(next);
  };
  return (
    <form
      className="rename"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <input
        aria-label={ask.title}
        autoComplete="off"
        maxLength={longestTitle}
        onBlur={save}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          // Not the dialog around the list.
          event.preventDefault();
          event.stopPropagation();
          onCancel();
        }}
        ref={field}
        value={text}
      />
    </form>
  );
}
