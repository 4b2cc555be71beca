import type { ReactElement, Ref } from 'react';
import { useMessages } from '../i18n/messages.ts';
import { Composer, type ComposerHandle } from './composer.tsx';
import type { Conversing } from './use-conversation.ts';
import type { TypedQuestion } from './use-typed-question.ts';

/** What stood in the composer before the last question was put there to be edited. */
export type Edited = { readonly before: string } | null;

type Props = {
  readonly ref: Ref<ComposerHandle>;
  readonly talk: Conversing;
  readonly typed: TypedQuestion;
  readonly edited: Edited;
  readonly onEdited: (edited: Edited) => void;
};

/** The composer at the foot of the page, for the next question or for the last one again. */
export function QuestionDock({ ref, talk, typed, edited, onEdited }: Props): ReactElement {
  const { ask, common } = useMessages();
  const { conversation } = talk;
  const send = (question: string) => {
    typed.sent(question);
    onEdited(null);
    if (edited) talk.askInstead(question, typed.acknowledged);
    else talk.ask(question, typed.acknowledged);
  };
  return (
    <div className="dock">
      {edited && (
        <p className="editing">
          {ask.editing}
          <button
            className="as-link"
            onClick={() => {
              typed.type(edited.before);
              onEdited(null);
            }}
            type="button"
          >
            {common.cancel}
          </button>
        </p>
      )}
      <Composer
        busy={conversation.turns.at(-1)?.answer.status === 'streaming'}
        onAsk={send}
        onStop={talk.stop}
        onType={typed.type}
        ref={ref}
        text={typed.text}
      />
      <p className="notice">{common.notice}</p>
    </div>
  );
}
