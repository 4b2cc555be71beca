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

function notesOf(answer: AnswerState, messages: Messages): readonly string[] {
  const notes: string[] = [];
  if (answer.status === 'stopped') notes.push(messages.stopped);
  if (answer.status === 'failed' && answer.text !== '') notes.push(messages.partial);
  if (answer.unsupported.length > 0) notes.push(messages.unsupportedExplained);
  if (answer.dropped > 0) notes.push(messages.dropped(answer.dropped));
  if (answer.status !== 'done') return notes;
  if (answer.fallback) notes.push(messages.fallback);
  if (answer.decision === 'answer' && !answer.citations?.length) notes.push(messages.uncited);
  return notes;
}
