import type { ReactElement } from 'react';
import type { Status } from '../../server/contract/course.ts';
import type { Fetched } from '../api/get-json.ts';
import { errorSentence } from '../i18n/error-sentence.ts';
import type { PageLanguage } from '../i18n/language.ts';
import { useMessages } from '../i18n/messages.ts';
import type { OpenPlace } from '../sources/use-document-panel.ts';
import { Intro } from './intro.tsx';
import { Transcript } from './transcript.tsx';
import type { Conversing } from './use-conversation.ts';

type Props = {
  readonly talk: Conversing;
  readonly language: PageLanguage;
  readonly course: Fetched<Status> | null;
  readonly onReload: () => void;
  readonly onOpen: OpenPlace;
  readonly onFill: (question: string) => void;
  readonly onAgain: () => void;
  readonly onEdit: () => void;
  readonly onNew: () => void;
  readonly inOpenClass: boolean;
};

/** The conversation itself: the way to begin, its turns, or why a stored one cannot be shown. */
export function Talk({
  talk,
  language,
  course,
  onReload,
  onOpen,
  onFill,
  onAgain,
  onEdit,
  onNew,
  inOpenClass,
}: Props): ReactElement {
  const messages = useMessages();
  const { conversation, refresh, rate } = talk;
  const { opening, turns, id } = conversation;
  const failure = typeof opening === 'object' ? opening : null;
  const gone = failure?.code === 'not-found';
  if (turns.length === 0 && opening === 'loading')
    return <p className="talk-note">{messages.ask.openingConversation}</p>;
  return (
    <>
      {failure && (gone || turns.length === 0) && (
        <div className="talk-note">
          <p role="alert">
            {gone ? messages.ask.conversationGone : errorSentence(messages, failure)}
          </p>
          <button onClick={gone ? onNew : refresh} type="button">
            {gone ? messages.ask.newConversation : messages.common.retry}
          </button>
        </div>
      )}
      {turns.length === 0 && id === null && (
        <Intro
          inOpenClass={inOpenClass}
          language={language}
          onPick={onFill}
          onReload={onReload}
          status={course}
        />
      )}
      <Transcript
        onAgain={onAgain}
        onEdit={onEdit}
        onOpen={onOpen}
        onRate={rate}
        onResume={refresh}
        turns={turns}
      />
    </>
  );
}
