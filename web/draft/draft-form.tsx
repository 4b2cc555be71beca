import { useId, useState, type ReactElement } from 'react';
import type { CritiqueRequest, TaskView } from '../../server/contract/critiques.ts';
import type { PageLanguage } from '../i18n/language.ts';
import { useMessages } from '../i18n/messages.ts';
import { draftLimit } from './draft-limit.ts';

type Props = {
  tasks: readonly TaskView[];
  language: PageLanguage;
  busy: boolean;
  onSend: (request: CritiqueRequest) => void;
  onStop: () => void;
};

/** Where a task is chosen and a draft is pasted. */
export function DraftForm({ tasks, language, busy, onSend, onStop }: Props): ReactElement {
  const { draft: messages } = useMessages();
  const id = useId();
  const [task, setTask] = useState('');
  const [text, setText] = useState('');
  const [previous, setPrevious] = useState('');
  const sendable = !busy && task !== '' && text.trim() !== '' && text.length <= draftLimit;
  const send = () => {
    if (!sendable) return;
    onSend({
      task,
      text,
      language,
      ...(previous.trim() !== '' && { previous: { text: previous, task } }),
    });
  };
  return (
    <form
      className="draft-form"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <label htmlFor={`${id}-task`}>{messages.task}</label>
      <select id={`${id}-task`} onChange={(event) => setTask(event.target.value)} value={task}>
        <option value="">{messages.chooseTask}</option>
        {tasks.map(({ id: own, title }) => (
          <option key={own} value={own}>
            {title[language]}
          </option>
        ))}
      </select>
      <label htmlFor={`${id}-text`}>{messages.text}</label>
      <textarea
        aria-describedby={`${id}-used`}
        id={`${id}-text`}
        onChange={(event) => setText(event.target.value)}
        rows={12}
        value={text}
      />
      <p className="hint" id={`${id}-used`}>
        {messages.used(text.length, draftLimit)}
      </p>
      <details>
        <summary>{messages.previous}</summary>
        <textarea
          aria-label={messages.previous}
          onChange={(event) => setPrevious(event.target.value)}
          rows={6}
          value={previous}
        />
      </details>
      {busy ? (
        <button className="primary" key="stop" onClick={onStop} type="button">
          {messages.stop}
        </button>
      ) : (
        <button className="primary" disabled={!sendable} key="send" type="submit">
          {messages.send}
        </button>
      )}
    </form>
  );
}
