import { type ReactElement, useRef } from 'react';
import type { Status } from '../../server/contract/course.ts';
import type { Fetched } from '../api/get-json.ts';
import type { PageLanguage } from '../i18n/language.ts';
import { useMessages } from '../i18n/messages.ts';
import type { OpenPlace } from '../sources/use-document-panel.ts';
import { announcement } from './announcement.ts';
import { Composer, type ComposerHandle } from './composer.tsx';
import { Intro } from './intro.tsx';
import { Transcript } from './transcript.tsx';
import { useAnswer } from './use-answer.ts';

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
};

/** The part of the page where questions are asked. */
export function AskPage({ language, course, onReload, onOpen }: Props): ReactElement {
  const messages = useMessages();
  const { conversation, ask, retry, stop } = useAnswer();
  const composer = useRef<ComposerHandle>(null);
  const fill = (question: string) => composer.current?.fill(question);
  const again = () => {
    // The button goes away with the failure: the focus must not go with it.
    composer.current?.focus();
    retry();
  };
  const { turns } = conversation;
  return (
    <>
      {turns.length === 0 && (
        <Intro language={language} onPick={fill} onReload={onReload} status={course} />
      )}
      <Transcript onEdit={fill} onOpen={onOpen} onRetry={again} turns={turns} />
      <p className="visually-hidden" role="status">
        {announcement(conversation, messages)}
      </p>
      <div className="dock">
        <Composer
          busy={turns.at(-1)?.answer.status === 'streaming'}
          onAsk={ask}
          onStop={stop}
          ref={composer}
        />
        <p className="notice">{messages.common.notice}</p>
      </div>
    </>
  );
}
