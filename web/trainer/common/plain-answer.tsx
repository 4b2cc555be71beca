import type { ReactElement } from 'react';
import { AnswerText } from '../../ask/answer-text.tsx';
import { emptyAnswer } from '../../ask/answer-state.ts';

type Props = { readonly text: string; readonly language: string };

/** The text of an answer as it is read, without its citations, which are not kept with it. */
export function PlainAnswer({ text, language }: Props): ReactElement {
  return (
    <div className="answer" lang={language}>
      <AnswerText answer={{ ...emptyAnswer, text, ...ended }} onOpen={noPlace} />
    </div>
  );
}

/** An answer that has ended, of which no more is known: nothing but the text is shown of it. */
const ended = { status: 'stopped', citations: [] } as const;
const noPlace = () => {};
