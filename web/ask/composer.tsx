import {
  useId,
  useImperativeHandle,
  useRef,
  type KeyboardEvent,
  type ReactElement,
  type Ref,
} from 'react';
import { useMessages } from '../i18n/messages.ts';
import { QuestionLength } from './question-length.tsx';
import { questionLimit } from './question-limit.ts';

/** What the rest of the page may do with the composer. */
export type ComposerHandle = {
  /** Replaces the question being written, and gives it the focus where that opens no keyboard. Sends nothing. */
  fill(question: string): void;
  focus(): void;
};

type Props = {
  readonly ref: Ref<ComposerHandle>;
  readonly text: string;
  readonly busy: boolean;
  readonly onType: (text: string) => void;
  readonly onAsk: (question: string) => void;
  readonly onStop: () => void;
};

/** Whether a finger works this page: a field that takes the focus then opens a keyboard over half of it. */
const isTouched = (): boolean => matchMedia('(pointer: coarse)').matches;

/** Where a question is written. But on a phone, the focus stays in it when a question is sent or an answer is stopped. */
export function Composer({ ref, text, busy, onType, onAsk, onStop }: Props): ReactElement {
  const messages = useMessages();
  const fieldId = useId();
  const hintId = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const question = text.trim();
  const sendable = !busy && question !== '' && question.length <= questionLimit;

  useImperativeHandle(ref, () => ({
    fill(other) {
      onType(other);
      if (!isTouched()) field.current?.focus();
    },
    focus: () => field.current?.focus(),
  }));

  const send = () => {
    // The keyboard of a phone would cover the answer.
    if (sendable && isTouched()) field.current?.blur();
    else field.current?.focus();
    if (!sendable) return;
    onAsk(question);
  };
  const stop = () => {
    if (!isTouched()) field.current?.focus();
    onStop();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // Enter also ends the composition of an accent or of a Chinese word: that one is not ours.
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    send();
  };

  return (
    <form
      className="composer"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <label htmlFor={fieldId}>{messages.ask.questionLabel}</label>
      <div className="composer-row">
        <textarea
          aria-describedby={hintId}
          id={fieldId}
          onChange={(event) => onType(event.target.value)}
          onKeyDown={onKeyDown}
          placeholder={messages.ask.questionLabel}
          ref={field}
          rows={2}
          value={text}
        />
        <ComposerButton busy={busy} onStop={stop} sendable={sendable} />
      </div>
      <p className="hint" id={hintId}>
        <span className="keys">{messages.ask.keys}</span>{' '}
        <QuestionLength length={question.length} />
      </p>
    </form>
  );
}

function ComposerButton({
  busy,
  sendable,
  onStop,
}: {
  busy: boolean;
  sendable: boolean;
  onStop: () => void;
}): ReactElement {
  const messages = useMessages();
  // Two keys, two elements: a button that becomes `submit` while it is being clicked would submit the form.
  if (busy)
    return (
      <button className="primary" key="stop" onClick={onStop} type="button">
        {messages.ask.stop}
      </button>
    );
  return (
    <button className="primary" disabled={!sendable} key="send" type="submit">
      {messages.ask.send}
    </button>
  );
}
