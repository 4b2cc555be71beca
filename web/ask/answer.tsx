import type { ReactElement } from 'react';
import { useMessages } from '../i18n/messages.ts';
import type { OpenPlace } from '../sources/use-document-panel.ts';
import type { AnswerState } from './answer-state.ts';
import { AnswerNotes } from './answer-notes.tsx';
import { AnswerText } from './answer-text.tsx';
import { NearestList } from './nearest-list.tsx';
import { SourceList } from './source-list.tsx';

/** Names of looks that are taken for something else. */
const looks: Readonly<Partial<Record<string, string>>> = {
  hint: 'hinted',
  refuse: 'refused',
};

/** One answer: what came of it so far, on what it rests, and what the reader must know of it. */
export function Answer({
  answer,
  onOpen,
  heading,
}: {
  answer: AnswerState;
  onOpen: OpenPlace;
  /** The level of the titles under it; `h3` by default. */
  heading?: 'h3' | 'h5';
}): ReactElement {
  const messages = useMessages();
  const decision = answer.status === 'done' ? answer.decision : 'answer';
  const citations = answer.citations ?? [];
  const isProtected = decision === 'hint' || decision === 'refuse';
  return (
    <div className={`answer ${looks[decision] ?? decision}`}>
      {decision === 'abstain' && <p className="decision">{messages.ask.abstained}</p>}
      {decision === 'hint' && <p className="decision">{messages.ask.hinted}</p>}
      {decision === 'refuse' && <p className="decision">{messages.ask.refused}</p>}
      {decision === 'clarify' && answer.text.trim() === '' && (
        <p className="decision">{messages.ask.clarify}</p>
      )}
      {answer.status === 'streaming' && answer.text === '' && !answer.lost && (
        <p className="progress">
          {answer.sources.length === 0
            ? messages.ask.searching
            : messages.ask.writing(answer.sources.length)}
        </p>
      )}
      {answer.text.trim() !== '' && <AnswerText answer={answer} onOpen={onOpen} />}
      {answer.status === 'streaming' && answer.lost && (
        <p className="reconnecting">{messages.ask.reconnecting}</p>
      )}
      <AnswerNotes answer={answer} />
      {answer.status === 'done' && answer.nearest.length > 0 && (
        <NearestList heading={heading} nearest={answer.nearest} onOpen={onOpen} />
      )}
      {citations.length > 0 && (
        <SourceList
          citations={citations}
          heading={heading}
          onOpen={onOpen}
          toReread={isProtected}
        />
      )}
    </div>
  );
}
