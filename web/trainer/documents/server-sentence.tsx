import type { ReactElement } from 'react';
import { useMessages } from '../../i18n/messages.ts';
import { refusalText } from './refusal-text.ts';

/** What the server says of a file: in the language of the page where it is known, else as it was said. */
export function ServerSentence({
  sentence,
  aboutFile = false,
}: {
  readonly sentence: string;
  /** Whether the file that it speaks of is named beside it. */
  readonly aboutFile?: boolean;
}): ReactElement {
  const { documents } = useMessages().trainer;
  const known = refusalText(sentence, documents.refusals);
  if (!known) return <span lang="en">{sentence}</span>;
  const { path, text } = known;
  return (
    <>
      {path !== null && !aboutFile && (
        <>
          <strong>{path}</strong>{' '}
        </>
      )}
      {text}
    </>
  );
}
