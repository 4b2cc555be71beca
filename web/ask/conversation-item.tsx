import { type ReactElement, useEffect, useRef, useState } from 'react';
import type { ConversationSummary } from '../../server/contract/conversations.ts';
import type { Fetched } from '../api/get-json.ts';
import { errorSentence } from '../i18n/error-sentence.ts';
import { useMessages } from '../i18n/messages.ts';
import { Link } from '../router/link.tsx';
import { pathOf } from '../router/page-route.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { RenameForm } from './rename-form.tsx';

type Props = {
  readonly conversation: ConversationSummary;
  readonly current: boolean;
  readonly onChoose: () => void;
  readonly onRename: (title: string) => Promise<Fetched<unknown>>;
  readonly onDelete: () => void;
};

/** One conversation: a link to it, with its day, and what can be done with it. */
export function ConversationItem({
  conversation,
  current,
  onChoose,
  onRename,
  onDelete,
}: Props): ReactElement {
  const messages = useMessages();
  const { ask, common } = messages;
  const { id, title, updatedAt } = conversation;
  const [renaming, setRenaming] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const item = useRef<HTMLLIElement>(null);
  const [refocus, setRefocus] = useState(false);
  useEffect(() => {
    // The field is gone: the focus goes back to what opened it.
    if (refocus && !renaming) item.current?.querySelector<HTMLElement>('button')?.focus();
  }, [refocus, renaming]);

  const end = () => {
    setRenaming(false);
    setRefocus(true);
  };
  const save = async (next: string) => {
    end();
    const result = await onRename(next);
    setProblem(result.ok ? null : errorSentence(messages, result.failure));
  };
  if (renaming)
    return (
      <li className="conversation-item">
        <RenameForm onCancel={end} onSave={(next) => void save(next)} title={title} />
      </li>
    );
  return (
    <li className={current ? 'conversation-item current' : 'conversation-item'} ref={item}>
      <Link
        aria-current={current ? 'page' : undefined}
        onClick={onChoose}
        to={pathOf({ part: 'ask', conversationId: id })}
      >
        <span className="conversation-title">{title}</span>
        <span className="conversation-day">{common.day(updatedAt)}</span>
      </Link>
      <div className="conversation-tools">
        <IconButton icon="edit" label={ask.rename(title)} onClick={() => setRenaming(true)} />
        <IconButton icon="remove" label={ask.delete(title)} onClick={onDelete} />
      </div>
      {problem !== null && (
        <p className="failure" role="alert">
          {problem}
        </p>
      )}
    </li>
  );
}
