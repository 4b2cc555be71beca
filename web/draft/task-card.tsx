import { useState, type ReactElement } from 'react';
import type { TaskView } from '../../server/contract/critiques.ts';
import type { PageLanguage } from '../i18n/language.ts';
import { useMessages } from '../i18n/messages.ts';
import type { OpenPlace } from '../sources/use-document-panel.ts';

/** What a task asks: its statement, and each criterion in a sentence. */
export function TaskCard({
  task,
  language,
  onOpen,
}: {
  task: TaskView;
  language: PageLanguage;
  onOpen: OpenPlace;
}): ReactElement {
  const { draft } = useMessages();
  const { statement, criteria, title } = task;
  const [unfolded, setUnfolded] = useState(true);
  const open = (documentId: string, opener: HTMLElement) => {
    // The statement takes half of the window: the field to write in moves up beside it.
    setUnfolded(false);
    const whole = { start: 0, end: 0, line: 1, headings: [], language: 'fr' };
    onOpen({ documentId, title: title[language], ...whole }, 'section', opener);
  };
  return (
    <aside aria-labelledby="draft-task-title" className="task-card">
      <h3 id="draft-task-title">{title[language]}</h3>
      {statement === null ? (
        <p className="hint">{draft.noStatement}</p>
      ) : (
        <button onClick={(event) => open(statement, event.currentTarget)} type="button">
          {draft.openStatement}
        </button>
      )}
      <details onToggle={({ currentTarget }) => setUnfolded(currentTarget.open)} open={unfolded}>
        <summary>{draft.asked(criteria.length)}</summary>
        <ol className="asked">
          {criteria.map(({ id, name, asks }) => (
            <li key={id}>
              <strong>{name[language]}</strong> <span>{asks[language]}</span>
            </li>
          ))}
        </ol>
      </details>
    </aside>
  );
}
