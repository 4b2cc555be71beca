import { type ReactElement, useEffect, useRef, useState } from 'react';
import type { Status } from '../../server/contract/course.ts';
import type { Fetched } from '../api/get-json.ts';
import type { PageLanguage } from '../i18n/language.ts';
import { useMessages } from '../i18n/messages.ts';
import { navigate } from '../router/navigate.ts';
import { pathOf } from '../router/page-route.ts';
import type { OpenPlace } from '../sources/use-document-panel.ts';
import { Dialog } from '../ui/dialog.tsx';
import { announcement } from './announcement.ts';
import type { ComposerHandle } from './composer.tsx';
import { ConversationBar } from './conversation-bar.tsx';
import { ConversationList } from './conversation-list.tsx';
import { QuestionDock } from './question-dock.tsx';
import { Talk } from './talk.tsx';
import { useConversation } from './use-conversation.ts';
import { useConversationList } from './use-conversation-list.ts';
import { useTypedQuestion } from './use-typed-question.ts';

type Props = {
  /** False while another part of the page is shown. */
  readonly active: boolean;
  /** The conversation that the address names; null for a new one. */
  readonly conversationId: string | null;
  readonly language: PageLanguage;
  readonly course: Fetched<Status> | null;
  readonly onReload: () => void;
  readonly onOpen: OpenPlace;
  /** Whose texts are kept in this browser: see `ownerOf`. */
  readonly owner: string;
  /** True in the class that asks for no code. */
  readonly inOpenClass: boolean;
};

/** The part of the page where questions are asked: the conversations, the one that is open, and the composer. */
export function AskPage(props: Props): ReactElement {
  const { active, conversationId, owner } = props;
  const messages = useMessages();
  const composer = useRef<ComposerHandle>(null);
  const [listOpen, setListOpen] = useState(false);
  // What is written over the last question, and what stood in the composer before.
  const [edited, setEdited] = useState<{ readonly before: string } | null>(null);

  const refresh = useRef<() => void>(() => undefined);
  const conversations = useConversationList(() => refresh.current());
  const talk = useConversation(conversationId, conversations.changed);
  useEffect(() => {
    refresh.current = talk.refresh;
  });
  const { conversation } = talk;
  const typed = useTypedQuestion(owner, conversation.id);

  const { begun, id } = conversation;
  const lastQuestion = conversation.turns.at(-1)?.question ?? '';
  useEffect(() => {
    if (!begun || !active || id === null) return;
    navigate(pathOf({ part: 'ask', conversationId: id }), { replace: true });
    talk.addressed();
  }, [begun, active, id, talk]);

  const beginNew = () => {
    setListOpen(false);
    setEdited(null);
    talk.reset();
    navigate('/');
    composer.current?.focus();
  };
  const list = (
    <ConversationList
      conversations={conversations}
      currentId={id}
      onChoose={() => setListOpen(false)}
      onDeleted={(deleted) => deleted === id && beginNew()}
      onNew={beginNew}
    />
  );
  return (
    <>
      <div className="conversation-column">{list}</div>
      <div className="talk">
        <ConversationBar
          id={conversation.turns.length > 0 ? id : null}
          language={props.language}
          onList={() => setListOpen(true)}
          onNew={beginNew}
        />
        <Talk
          {...props}
          onAgain={() => {
            // The button goes away with what it stood under: the focus must not go with it.
            composer.current?.focus();
            talk.askInstead(lastQuestion, typed.acknowledged);
          }}
          onEdit={() => {
            setEdited({ before: typed.text });
            composer.current?.fill(lastQuestion);
            composer.current?.focus();
          }}
          onFill={(question) => composer.current?.fill(question)}
          onNew={beginNew}
          talk={talk}
        />
        <p className="visually-hidden" role="status">
          {announcement(conversation, messages)}
        </p>
        <QuestionDock
          edited={edited}
          onEdited={setEdited}
          ref={composer}
          talk={talk}
          typed={typed}
        />
      </div>
      {listOpen && (
        <Dialog onClose={() => setListOpen(false)} place="side" title={messages.ask.conversations}>
          {list}
        </Dialog>
      )}
    </>
  );
}
