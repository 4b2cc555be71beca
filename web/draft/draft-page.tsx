import { useCallback, useState, type ReactElement } from 'react';
import type { PageLanguage } from '../i18n/language.ts';
import { useMessages } from '../i18n/messages.ts';
import type { OpenPlace } from '../sources/use-document-panel.ts';
import { DraftDetail } from './draft-detail.tsx';
import { DraftDesk } from './draft-desk.tsx';
import { DraftHistory } from './draft-history.tsx';
import { numberDrafts } from './number-drafts.ts';
import { useDraftList } from './use-draft-list.ts';
import { useTasks } from './use-tasks.ts';
import { useWritingDesk } from './use-writing-desk.ts';

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

/** The part of the page where a student writes drafts and reads what is said of them. */
export function DraftPage({ active, draftId, language, onOpen, owner }: Props): ReactElement {
  const { common } = useMessages();
  const { tasks, reload: reloadTasks } = useTasks();
  const { drafts, reload } = useDraftList(active);
  const { desk, state } = useWritingDesk(owner);
  const [announcement, setAnnouncement] = useState('');
  const announce = useCallback((sentence: string) => setAnnouncement(sentence), []);
  const known = tasks?.ok ? tasks.value : [];

  return (
    <div className="draft-page">
      {/* Here before it is filled, and whichever address is shown. */}
      <p className="visually-hidden" role="status">
        {announcement}
      </p>
      {draftId === null ? (
        <>
          <DraftDesk
            desk={desk}
            drafts={drafts?.ok ? drafts.value : []}
            language={language}
            onOpen={onOpen}
            onReloadTasks={reloadTasks}
            onStored={reload}
            state={state}
            tasks={tasks}
          />
          <DraftHistory
            announce={announce}
            drafts={drafts}
            language={language}
            onChange={reload}
            tasks={known}
          />
        </>
      ) : (
        <DraftDetail
          announce={announce}
          desk={desk}
          id={draftId}
          key={draftId}
          language={language}
          number={numberDrafts(drafts?.ok ? drafts.value : []).get(draftId) ?? null}
          onChange={reload}
          onOpen={onOpen}
          tasks={known}
        />
      )}
      <p className="notice">{common.notice}</p>
    </div>
  );
}
