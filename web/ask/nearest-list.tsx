import type { ReactElement } from 'react';
import type { Source } from '../../server/contract/course.ts';
import { keepTogether } from '../i18n/keep-together.ts';
import { useMessages } from '../i18n/messages.ts';
import { placePath, shorten } from '../sources/place-label.ts';
import type { OpenPlace } from '../sources/use-document-panel.ts';

/** Longest excerpt of a section, in UTF-16 code units. */
const excerptLength = 160;

/** Sections of the course that come near a question, as buttons that open them. */
export function NearestList({
  nearest,
  onOpen,
  heading: Heading = 'h3',
}: {
  nearest: readonly Source[];
  onOpen: OpenPlace;
  /** The level of its title; `h3` by default. */
  heading?: 'h3' | 'h5' | undefined;
}): ReactElement {
  const messages = useMessages();
  return (
    <div className="nearest">
      <Heading>{messages.ask.nearest}</Heading>
      <ul>
        {nearest.map((source) => (
          <li key={`${source.documentId}#${source.start}`}>
            <button
              className="place-button"
              lang={source.language}
              onClick={(event) => onOpen(source, 'section', event.currentTarget)}
              type="button"
            >
              {placePath(source)}
            </button>
            <p lang={source.language}>
              {keepTogether(shorten(withoutHeading(source), excerptLength))}
            </p>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** A snippet begins with the heading of its section, which stands above it already. */
function withoutHeading({ snippet, headings }: Source): string {
  const heading = headings.at(-1);
  if (heading === undefined || !snippet.startsWith(heading)) return snippet;
  return snippet.slice(heading.length).trimStart() || snippet;
}
