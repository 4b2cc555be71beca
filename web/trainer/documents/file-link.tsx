import type { ReactElement } from 'react';
import { useMessages } from '../../i18n/messages.ts';

/** The way to a document's own file, as it is in the course. */
export function FileLink({
  path,
  primary = false,
}: {
  readonly path: string;
  readonly primary?: boolean;
}): ReactElement {
  const { documents } = useMessages().trainer;
  return (
    <a
      className={primary ? 'button primary' : 'button'}
      download
      href={`/api/trainer/file?path=${encodeURIComponent(path)}`}
    >
      {documents.download}
    </a>
  );
}
