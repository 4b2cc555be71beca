import type { ReactElement } from 'react';
import type { Messages } from '../i18n/messages.ts';
import { useMessages } from '../i18n/messages.ts';
import type { AnswerState } from './answer-state.ts';

/** What lowers the trust an answer deserves, one sentence each. */
export function AnswerNotes({ answer }: { answer: AnswerState }): ReactElement | null {
  const notes = notesOf(answer, useMessages());
  if (notes.length === 0) return null;
  return (
    <ul className="notes">
      {notes.map((note) => (
        <li key={note}>{note}</li>
      ))}
    </ul>
  );
}

const marker = /\[\d{1,3}\]/;

function notesOf(answer: AnswerState, messages: Messages): readonly string[] {
  const notes: string[] = [];
  const isCut = answer.status === 'stopped' || answer.status === 'failed';
  if (answer.status === 'stopped')
    notes.push(answer.text === '' ? messages.ask.stoppedAtOnce : messages.ask.stopped);
  if (answer.status === 'failed' && answer.text !== '') notes.push(messages.ask.partial);
  if (isCut && answer.citations === null && marker.test(answer.text))
    notes.push(messages.ask.unchecked);
  if (answer.unsupported.length > 0) notes.push(messages.ask.unsupportedExplained);
  if (answer.dropped > 0) notes.push(messages.ask.dropped(answer.dropped));
  if (answer.status !== 'done') return notes;
  if (answer.fallback) notes.push(messages.ask.fallback);
  // A greeting is answered without looking into the course: there is nothing to check.
  const looked = answer.sources.length > 0;
  if (answer.decision === 'answer' && looked && !answer.citations?.length)
    notes.push(messages.ask.uncited);
  return notes;
}
