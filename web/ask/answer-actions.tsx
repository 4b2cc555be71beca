import { type ReactElement, useState } from 'react';
import { useMessages } from '../i18n/messages.ts';
import { copyText } from '../ui/copy-text.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { answerAsText } from './answer-as-text.ts';
import type { Turn } from './conversation-state.ts';
import { RatingControl, type Rate } from './rating-control.tsx';

type Props = {
  readonly turn: Turn;
  /** Only the last question can be asked again or edited. */
  readonly last: boolean;
  readonly onRate: Rate;
  readonly onAgain: () => void;
  readonly onEdit: () => void;
};

/** What can be done with an answer that has ended. */
export function AnswerActions({ turn, last, onRate, onAgain, onEdit }: Props): ReactElement | null {
  const messages = useMessages();
  const { ask } = messages;
  const [copied, setCopied] = useState<boolean | null>(null);
  const { answer } = turn;
  if (answer.status === 'streaming' || answer.text.trim() === '') return null;
  const copy = async () => setCopied(await copyText(answerAsText(answer, messages)));
  const done = answer.status === 'done';
  return (
    <RatingControl onRate={onRate} turn={turn}>
      <IconButton icon="copy" label={ask.copy} onClick={() => void copy()} />
      {last && done && <IconButton icon="redo" label={ask.again} onClick={onAgain} />}
      {last && done && <IconButton icon="edit" label={ask.editQuestion} onClick={onEdit} />}
      {copied !== null && <span className="copied">{copied ? ask.copied : ask.notCopied}</span>}
    </RatingControl>
  );
}
