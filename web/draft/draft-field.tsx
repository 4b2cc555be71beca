import { useId, useRef, useState, type DragEvent, type ReactElement } from 'react';
import { useMessages } from '../i18n/messages.ts';
import { draftLimit } from './draft-limit.ts';
import { fileEndings, readDraftFile, type ReadFile } from './read-draft-file.ts';
import type { WritingDesk } from './writing-desk.ts';

type FileProblem = Extract<ReadFile, { ok: false }>['problem'] | 'several';
type FileNote = { readonly problem: FileProblem } | { readonly name: string };

/** Where a draft is written or pasted, or a file with it is dropped or chosen. */
export function DraftField({
  desk,
  text,
  kept,
  locked,
}: {
  desk: WritingDesk;
  text: string;
  kept: boolean;
  /** True while the text is being sent. */
  locked: boolean;
}): ReactElement {
  const { draft } = useMessages();
  const id = useId();
  const [over, setOver] = useState(false);
  const [note, setNote] = useState<FileNote | null>(null);
  const chooser = useRef<HTMLInputElement>(null);

  const take = async (files: readonly File[]) => {
    const [file, ...others] = files;
    if (!file || locked) return;
    if (others.length > 0) return setNote({ problem: 'several' });
    const read = await readDraftFile(file);
    if (!read.ok) return setNote({ problem: read.problem });
    desk.replace(read.text);
    setNote({ name: file.name });
  };
  const drop = {
    onDragOver: (event: DragEvent) => {
      // Text that is dragged goes where every text field puts it.
      if (!event.dataTransfer.types.includes('Files')) return;
      event.preventDefault();
      setOver(true);
    },
    onDragLeave: () => setOver(false),
    onDrop: (event: DragEvent) => {
      setOver(false);
      if (!event.dataTransfer.types.includes('Files')) return;
      event.preventDefault();
      void take([...event.dataTransfer.files]);
    },
  };

  return (
    <div className={over ? 'draft-field over' : 'draft-field'}>
      <div className="draft-field-head">
        <label htmlFor={`${id}-text`}>{draft.text}</label>
        <button disabled={locked} onClick={() => chooser.current?.click()} type="button">
          {draft.chooseFile}
        </button>
        <input
          accept={[...fileEndings, 'text/markdown', 'text/plain'].join()}
          aria-label={draft.chooseFile}
          hidden
          onChange={(event) => {
            void take([...(event.target.files ?? [])]);
            // The same file may be chosen again after it was changed.
            event.target.value = '';
          }}
          ref={chooser}
          type="file"
        />
      </div>
      <p className="hint" id={`${id}-hint`}>
        {over ? draft.dropHere : draft.textHint}
      </p>
      <textarea
        {...drop}
        aria-describedby={`${id}-hint ${id}-length`}
        id={`${id}-text`}
        onChange={(event) => {
          setNote(null);
          desk.type(event.target.value);
        }}
        readOnly={locked}
        rows={16}
        value={text}
      />
      <DraftLength id={`${id}-length`} kept={kept} length={text.length} />
      <FileSentence note={note} />
    </div>
  );
}

function DraftLength({
  id,
  length,
  kept,
}: {
  id: string;
  length: number;
  kept: boolean;
}): ReactElement {
  const { draft } = useMessages();
  const over = length - draftLimit;
  return (
    <p className="hint draft-length" id={id}>
      {over > 0 ? (
        <strong className="over">{draft.over(over)}</strong>
      ) : (
        <span>{draft.used(length, draftLimit)}</span>
      )}
      {length > 0 && (kept ? <span>{draft.kept}</span> : <strong>{draft.notKept}</strong>)}
    </p>
  );
}

function FileSentence({ note }: { note: FileNote | null }): ReactElement | null {
  const { draft } = useMessages();
  if (note === null) return null;
  if ('name' in note) return <p className="hint">{draft.fileRead(note.name)}</p>;
  return (
    <p className="failure" role="alert">
      {draft.fileProblem[note.problem]}
    </p>
  );
}
