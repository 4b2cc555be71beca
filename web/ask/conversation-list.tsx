import { type ReactElement, useState } from 'react';
import type { ConversationSummary } from '../../server/contract/conversations.ts';
import { errorSentence } from '../i18n/error-sentence.ts';
import { useMessages } from '../i18n/messages.ts';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { Icon } from '../ui/icon.tsx';
import { ConversationItem } from './conversation-item.tsx';
import type { ConversationList as List } from './use-conversation-list.ts';

type Props = {
  readonly conversations: List;
  /** The one on the screen. */
  readonly currentId: string | null;
  readonly onNew: () => void;
  /** One was chosen: where the list lies over the page it goes away. */
  readonly onChoose: () => void;
  readonly onDeleted: (id: string) => void;
};

/** The conversations of a student: open, rename in place, delete, or begin another. */
export function ConversationList({
  conversations,
  currentId,
  onNew,
  onChoose,
  onDeleted,
}: Props): ReactElement {
  const messages = useMessages();
  const { ask } = messages;
  const [deleting, setDeleting] = useState<ConversationSummary | null>(null);
  const { list, reload, rename, remove } = conversations;
  return (
    <nav aria-label={ask.conversations} className="conversation-list">
      <button className="new-conversation" onClick={onNew} type="button">
        <Icon name="add" />
        {ask.newConversation}
      </button>
      {list?.ok === false && (
        <div className="list-note">
          <p role="alert">{errorSentence(messages, list.failure)}</p>
          <button onClick={reload} type="button">
            {messages.common.retry}
          </button>
        </div>
      )}
      {list?.ok && list.value.length === 0 && <p className="list-note">{ask.noConversation}</p>}
      {list?.ok && list.value.length > 0 && (
        <ul>
          {list.value.map((one) => (
            <ConversationItem
              conversation={one}
              current={one.id === currentId}
              key={one.id}
              onChoose={onChoose}
              onDelete={() => setDeleting(one)}
              onRename={(title) => rename(one.id, title)}
            />
          ))}
        </ul>
      )}
      {deleting && (
        <ConfirmDialog
          act={() => remove(deleting.id)}
          cancel={messages.common.cancel}
          confirm={ask.deleteConversation}
          explanation={ask.deleteExplained(deleting.title)}
          onCancel={() => setDeleting(null)}
          onDone={() => {
            setDeleting(null);
            onDeleted(deleting.id);
          }}
          title={ask.deleteTitle}
        />
      )}
    </nav>
  );
}
