import { type ReactElement, useId, useRef, useState } from 'react';
import type { Failure } from '../api/failure.ts';
import { errorSentence } from '../i18n/error-sentence.ts';
import { useMessages } from '../i18n/messages.ts';

type Props = {
  readonly label: string;
  readonly hint?: string;
  readonly submit: string;
  /** Sends what was typed; the failure is shown under the field. */
  readonly send: (value: string) => Promise<Failure | null>;
  /** What a wrong code is told, where the usual sentence does not fit. */
  readonly wrong?: string;
  /** What is said when nothing was typed. */
  readonly empty: string;
};

/** One field for a code or a token, its error beside it, the focus back in it when it was wrong. */
export function SecretForm({ label, hint, submit, send, wrong, empty }: Props): ReactElement {
  const messages = useMessages();
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [value, setValue] = useState('');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [missing, setMissing] = useState(false);
  const own = {
    'too-many-requests': messages.access.tooManyTries,
    ...(wrong !== undefined && { 'code-wrong': wrong }),
  };
  const go = async () => {
    if (busy) return;
    const nothing = value.trim() === '';
    setMissing(nothing);
    setFailure(null);
    if (nothing) return field.current?.focus();
    setBusy(true);
    const problem = await send(value.trim());
    setBusy(false);
    setFailure(problem);
    if (problem) field.current?.focus();
  };
  return (
    <form
      className="secret-form"
      onSubmit={(event) => {
        event.preventDefault();
        void go();
      }}
    >
      <label htmlFor={id}>{label}</label>
      <input
        aria-describedby={`${id}-hint ${id}-error`}
        aria-invalid={failure !== null || missing}
        autoCapitalize="none"
        autoComplete="off"
        autoCorrect="off"
        id={id}
        maxLength={200}
        onChange={(event) => setValue(event.target.value)}
        ref={field}
        spellCheck={false}
        value={value}
      />
      {hint !== undefined && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <p className="failure" id={`${id}-error`} role="alert">
        {missing && empty}
        {failure && errorSentence(messages, failure, own)}
      </p>
      <button className="primary" type="submit">
        {busy ? messages.access.sending : submit}
      </button>
    </form>
  );
}
