import type { ReactElement } from 'react';
import { errorSentence } from '../i18n/error-sentence.ts';
import type { PageLanguage } from '../i18n/language.ts';
import { useMessages, type Messages } from '../i18n/messages.ts';
import type { OpenPlace } from '../sources/use-document-panel.ts';
import type { CritiqueState } from './critique-state.ts';
import { DraftFeedback } from './draft-feedback.tsx';
import { DraftForm } from './draft-form.tsx';
import { useCritique } from './use-critique.ts';
import { useTasks } from './use-tasks.ts';

type Props = {
  /** False while another part of the page is shown. */
  readonly active: boolean;
  /** The draft that the address names; null for a new one. */
  readonly draftId: string | null;
  readonly language: PageLanguage;
  readonly onOpen: OpenPlace;
  /** Whose texts are kept in this browser: see `ownerOf`. */
  readonly owner: string;
};

/** The page on which a student gets feedback on a draft. */
export function DraftPage({ language, onOpen }: Props): ReactElement {
  const messages = useMessages();
  const tasks = useTasks();
  const { state, send, stop } = useCritique();
  const { critique, status, failure } = state;
  return (
    <div className="draft-page">
      <h2>{messages.draft.title}</h2>
      <p>{messages.draft.intro}</p>
      {tasks && !tasks.ok && <p className="failure">{errorSentence(messages, tasks.failure)}</p>}
      {tasks?.ok && tasks.value.length === 0 && <p className="failure">{messages.draft.noTask}</p>}
      <DraftForm
        busy={status === 'reading'}
        language={language}
        onSend={send}
        onStop={stop}
        tasks={tasks?.ok ? tasks.value : []}
      />
      <p className="draft-status" role="status">
        {announcement(state, messages)}
      </p>
      {failure && <p className="failure">{errorSentence(messages, failure)}</p>}
      {critique && <DraftFeedback critique={critique} onOpen={onOpen} />}
      {state.fallback && <p className="notice">{messages.draft.fallback}</p>}
      <p className="notice">{messages.common.notice}</p>
    </div>
  );
}

function announcement({ status, read, critique }: CritiqueState, { draft }: Messages): string {
  if (status === 'reading') return read ? draft.progress(read.number, read.of) : draft.reading;
  if (status === 'done') return draft.ended(critique?.items.length ?? 0);
  return status === 'stopped' ? draft.stopped : '';
}
