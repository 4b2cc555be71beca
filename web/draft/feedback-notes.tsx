import type { ReactElement } from 'react';
import type { Critique } from '../../server/contract/critiques.ts';
import { useMessages } from '../i18n/messages.ts';

/** What lowers the trust that feedback deserves, one sentence each. */
export function FeedbackNotes({
  critique,
  text,
  fallback,
}: {
  critique: Pick<Critique, 'text' | 'dropped'>;
  /** The draft as it was sent. */
  text: string;
  fallback: boolean;
}): ReactElement | null {
  const { draft } = useMessages();
  // Line ends alone are nothing that the reader would see.
  const mended = critique.text !== null && critique.text !== text.replace(/\r\n?/g, '\n');
  const notes = [
    fallback && draft.fallback,
    mended && draft.repaired,
    critique.dropped > 0 && draft.dropped(critique.dropped),
  ].filter((note) => note !== false);
  if (notes.length === 0) return null;
  return (
    <ul className="notes">
      {notes.map((note) => (
        <li key={note}>{note}</li>
      ))}
    </ul>
  );
}
