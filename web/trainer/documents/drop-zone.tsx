import { useId, useRef, useState, type DragEvent, type ReactElement } from 'react';
import { useMessages } from '../../i18n/messages.ts';

/** Where files are dropped or chosen. */
export function DropZone({
  hint,
  disabled,
  onFiles,
}: {
  readonly hint: string;
  readonly disabled: boolean;
  readonly onFiles: (files: readonly File[]) => void;
}): ReactElement {
  const { trainer } = useMessages();
  const { documents } = trainer;
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const drag = (event: DragEvent) => {
    // Without it the browser would open the file in place of the page.
    event.preventDefault();
    setOver(!disabled && event.type !== 'dragleave' && event.type !== 'drop');
    if (!disabled && event.type === 'drop') onFiles([...event.dataTransfer.files]);
  };
  return (
    <div
      className={over ? 'drop-zone over' : 'drop-zone'}
      onDragEnter={drag}
      onDragLeave={drag}
      onDragOver={drag}
      onDrop={drag}
    >
      <p>
        {documents.drop}{' '}
        <button
          aria-describedby={id}
          disabled={disabled}
          onClick={() => input.current?.click()}
          type="button"
        >
          {documents.choose}
        </button>
      </p>
      <input
        accept=".md,.txt,text/markdown,text/plain"
        aria-label={documents.choose}
        hidden
        multiple
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])]);
          // The same file can be chosen again after it was mended.
          event.target.value = '';
        }}
        ref={input}
        type="file"
      />
      <p className="trainer-hint" id={id}>
        {hint}
      </p>
    </div>
  );
}
