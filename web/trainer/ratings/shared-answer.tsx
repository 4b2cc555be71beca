import type { ReactElement } from 'react';
import type { AnswerView } from '../../../server/contract/conversations.ts';
import { Answer } from '../../ask/answer.tsx';
import { storedAnswer } from '../../ask/stored-answer.ts';
import { useMessages } from '../../i18n/messages.ts';
import type { OpenPlace } from '../../sources/use-document-panel.ts';

type Props = { readonly turn: AnswerView; readonly onOpen: OpenPlace };

/** An answer as its student saw it: its text, its citations, which open, and what it says of itself. */
export function SharedAnswer({ turn, onOpen }: Props): ReactElement {
  const { ratings } = useMessages().trainer;
  // Of an answer that is still being written, or that never came, there is nothing to show.
  if (turn.text.trim() === '' && turn.status !== 'complete') return <p>{ratings.noAnswer}</p>;
  return <Answer answer={storedAnswer(turn)} heading="h5" onOpen={onOpen} />;
}
