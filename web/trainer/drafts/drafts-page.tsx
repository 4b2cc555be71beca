import type { ReactElement } from 'react';
import type { TaskView } from '../../../server/contract/critiques.ts';
import type { PageLanguage } from '../../i18n/language.ts';
import { useMessages } from '../../i18n/messages.ts';
import type { OpenPlace } from '../../sources/use-document-panel.ts';
import { useResource } from '../common/use-resource.ts';
import { SharedDraftList } from './shared-draft-list.tsx';
import { SharedDraftReader } from './shared-draft-reader.tsx';

/** The page of the drafts that students show: the list, or one of them. */
export function DraftsPage({
  draftId,
  language,
  onOpen,
}: {
  /** Empty for the list. */
  readonly draftId: string;
  readonly language: PageLanguage;
  readonly onOpen: OpenPlace;
}): ReactElement {
  const { trainer } = useMessages();
  const tasks = useResource<readonly TaskView[]>('/api/tasks').state;
  // Without the tasks a draft is still read: its task is then called by its id.
  const taskName = (id: string) =>
    (tasks?.ok && tasks.value.find((task) => task.id === id)?.title[language]) || id;
  return draftId === '' ? (
    <SharedDraftList taskName={taskName} title={trainer.parts.drafts} />
  ) : (
    <SharedDraftReader draftId={draftId} key={draftId} onOpen={onOpen} taskName={taskName} />
  );
}
