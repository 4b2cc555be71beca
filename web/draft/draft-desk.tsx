import { useState, type ReactElement } from 'react';
import type { TaskView } from '../../server/contract/critiques.ts';
import type { DraftSummary } from '../../server/contract/drafts.ts';
import type { Fetched } from '../api/get-json.ts';
import type { PageLanguage } from '../i18n/language.ts';
import { useMessages } from '../i18n/messages.ts';
import type { OpenPlace } from '../sources/use-document-panel.ts';
import { draftLimit } from './draft-limit.ts';
import { DraftField } from './draft-field.tsx';
import { draftSentence } from './draft-sentence.ts';
import { numberDrafts } from './number-drafts.ts';
import { OtherTexts } from './other-texts.tsx';
import { PreviousChoice, previousDrafts } from './previous-choice.tsx';
import { TaskCard } from './task-card.tsx';
import { useSending } from './use-sending.ts';
import type { DeskState, WritingDesk } from './writing-desk.ts';

type Props = {
  readonly desk: WritingDesk;
  readonly state: DeskState;
  readonly tasks: Fetched<readonly TaskView[]> | null;
  readonly drafts: readonly DraftSummary[];
  readonly language: PageLanguage;
  readonly onOpen: OpenPlace;
  readonly onReloadTasks: () => void;
  readonly onStored: () => void;
};

/** Where a task is chosen and read, and a draft is written and sent. */
export function DraftDesk({
  desk,
  state,
  tasks,
  drafts,
  language,
  onOpen,
  onReloadTasks,
  onStored,
}: Props): ReactElement {
  const messages = useMessages();
  const { draft } = messages;
  const { task, text } = state;
  const known = tasks?.ok ? tasks.value : [];
  const chosen = known.find(({ id }) => id === task);
  const sending = useSending(desk, onStored);
  const [choice, setChoice] = useState<{ task: string; previousId: string | null } | null>(null);
  const earlier = previousDrafts(drafts, task);
  const wanted = choice?.task === task ? choice.previousId : (earlier[0]?.id ?? null);
  const previousId = earlier.some(({ id }) => id === wanted) ? wanted : null;

  const hint = !chosen ? draft.chooseFirst : text.trim() === '' ? draft.writeFirst : null;
  const sendable = hint === null && text.length <= draftLimit && !sending.busy;
  const send = () => {
    if (sendable) void sending.send({ task, text, previousId, language });
  };

  return (
    <section className="draft-desk" aria-labelledby="draft-title">
      <header className="draft-head">
        <h2 id="draft-title">{draft.title}</h2>
        <p>{draft.intro}</p>
        <p className="no-mark">{draft.noMark}</p>
      </header>
      {tasks && <TasksNote onReload={onReloadTasks} tasks={tasks} />}
      <form
        className="draft-form"
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <div className="draft-task">
          <label htmlFor="draft-task">{draft.task}</label>
          <select
            disabled={sending.busy}
            id="draft-task"
            // A text whose task the course no longer sets goes along as one without a task does.
            onChange={(event) => desk.choose(event.target.value, !chosen)}
            value={chosen ? task : ''}
          >
            <option value="">{draft.chooseTask}</option>
            {known.map(({ id, title }) => (
              <option key={id} value={id}>
                {title[language]}
              </option>
            ))}
          </select>
        </div>
        {chosen && <TaskCard key={task} language={language} onOpen={onOpen} task={chosen} />}
        <div className="draft-write">
          <DraftField desk={desk} kept={state.kept} locked={sending.busy} text={text} />
          <OtherTexts desk={desk} others={state.others} />
          {earlier.length > 0 && (
            <PreviousChoice
              drafts={earlier}
              numbers={numberDrafts(drafts)}
              onChoose={(id) => setChoice({ task, previousId: id })}
              value={previousId}
            />
          )}
          {sending.failure && (
            <p className="failure" role="alert">
              {draftSentence(messages, sending.failure)}
            </p>
          )}
          <div className="draft-send">
            <button className="primary" disabled={!sendable} type="submit">
              {sending.busy ? draft.sending : sending.failure ? draft.retrySend : draft.send}
            </button>
            {hint !== null && <p className="hint">{hint}</p>}
          </div>
        </div>
      </form>
    </section>
  );
}

/** Says why there is no task to choose; nothing where there are some. */
function TasksNote({
  tasks,
  onReload,
}: {
  tasks: Fetched<readonly TaskView[]>;
  onReload: () => void;
}): ReactElement | null {
  const messages = useMessages();
  if (tasks.ok)
    return tasks.value.length === 0 ? <p className="draft-empty">{messages.draft.noTask}</p> : null;
  return (
    <div className="draft-problem">
      <p className="failure" role="alert">
        {draftSentence(messages, tasks.failure)}
      </p>
      <button onClick={onReload} type="button">
        {messages.common.retry}
      </button>
    </div>
  );
}
