import { useRef, useState, type ReactElement } from 'react';
import type { TaskView } from '../../server/contract/critiques.ts';
import type { DraftSummary } from '../../server/contract/drafts.ts';
import type { Failure } from '../api/failure.ts';
import type { Fetched } from '../api/get-json.ts';
import type { PageLanguage } from '../i18n/language.ts';
import { useMessages } from '../i18n/messages.ts';
import { navigate } from '../router/navigate.ts';
import type { OpenPlace } from '../sources/use-document-panel.ts';
import { draftLimit } from './draft-limit.ts';
import { sendDraft } from './draft-requests.ts';
import { DraftField } from './draft-field.tsx';
import { draftSentence } from './draft-sentence.ts';
import { numberDrafts } from './number-drafts.ts';
import { OtherTexts } from './other-texts.tsx';
import { PreviousChoice, previousDrafts } from './previous-choice.tsx';
import { TaskCard } from './task-card.tsx';
import type { DeskState, WritingDesk } from './writing-desk.ts';

type Props = {
  readonly desk: WritingDesk;
  readonly state: DeskState;
  readonly tasks: Fetched<readonly TaskView[]> | null;
  readonly drafts: readonly DraftSummary[];
  readonly language: PageLanguage;
  readonly onOpen: OpenPlace;
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
      {tasks && !tasks.ok && (
        <p className="failure" role="alert">
          {draftSentence(messages, tasks.failure)}
        </p>
      )}
      {tasks?.ok && known.length === 0 && <p className="draft-empty">{draft.noTask}</p>}
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

type Draft = {
  readonly task: string;
  readonly text: string;
  readonly previousId: string | null;
  readonly language: PageLanguage;
};

/** Sends one draft at a time, and shows it once the server has it. */
function useSending(
  desk: WritingDesk,
  onStored: () => void,
): {
  readonly busy: boolean;
  readonly failure: Failure | null;
  send(draft: Draft): Promise<void>;
} {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  // State comes a render too late for a double click.
  const under = useRef(false);
  return {
    busy,
    failure,
    async send(draft) {
      if (under.current) return;
      under.current = true;
      setBusy(true);
      setFailure(null);
      const { key } = desk.requestFor(draft.previousId);
      const sent = await sendDraft({ ...draft, requestKey: key });
      under.current = false;
      setBusy(false);
      if (!sent.ok) return setFailure(sent.failure);
      desk.acknowledge(draft.task, draft.text);
      onStored();
      navigate(`/drafts/${sent.value}`);
    },
  };
}
