import type { ReactElement } from 'react';
import { useMessages } from '../i18n/messages.ts';
import { questionLimit } from './question-limit.ts';

/** How much of the limit a question uses, once it comes near. */
export function QuestionLength({ length }: { length: number }): ReactElement | null {
  const messages = useMessages();
  if (length < questionLimit * 0.9) return null;
  const over = length - questionLimit;
  return over > 0 ? (
    <strong className="over">{messages.ask.lengthOver(over)}</strong>
  ) : (
    <span>{messages.ask.lengthUsed(length, questionLimit)}</span>
  );
}
