import type { ReactElement } from 'react';
import type { PageLanguage } from '../i18n/language.ts';
import { useMessages } from '../i18n/messages.ts';
import { Icon } from '../ui/icon.tsx';
import { Menu } from '../ui/menu.tsx';

type Props = {
  /** Null in a new conversation. */
  readonly id: string | null;
  /** Of the words around an exported conversation. */
  readonly language: PageLanguage;
  readonly onList: () => void;
  readonly onNew: () => void;
};

/** Above a conversation: the way to the others where the list has no room, and the exports. */
export function ConversationBar({ id, language, onList, onNew }: Props): ReactElement {
  const { ask } = useMessages();
  const path = `/api/conversations/${id}/export`;
  return (
    <div className="conversation-bar">
      <div className="conversation-bar-list">
        <button aria-haspopup="dialog" className="with-icon" onClick={onList} type="button">
          <Icon name="list" />
          {ask.conversations}
        </button>
        {id !== null && (
          <button className="with-icon" onClick={onNew} type="button">
            <Icon name="add" />
            {ask.newShort}
          </button>
        )}
      </div>
      {id !== null && (
        <Menu
          name={
            <>
              <Icon name="down" />
              <span className="menu-name">{ask.export}</span>
            </>
          }
        >
          <a download href={`${path}?format=md&language=${language}`}>
            {ask.exportMarkdown}
          </a>
          <a download href={`${path}?format=json`}>
            {ask.exportJson}
          </a>
        </Menu>
      )}
    </div>
  );
}
