import type { ReactElement } from 'react';
import type { Citation } from '../../server/contract/course.ts';
import { keepTogether } from '../i18n/keep-together.ts';
import { useMessages } from '../i18n/messages.ts';
import { placePath } from '../sources/place-label.ts';
import type { OpenPlace } from '../sources/use-document-panel.ts';

/** The places that an answer cites, each with its quotation, in the order of their markers. */
export function SourceList({
  citations,
  toReread,
  onOpen,
  heading: Heading = 'h3',
}: {
  citations: readonly Citation[];
  /** True for sections that a hint sends back to; false for passages that an answer rests on. */
  toReread: boolean;
  onOpen: OpenPlace;
  /** The level of its title; `h3` by default. */
  heading?: 'h3' | 'h5' | undefined;
}): ReactElement {
  const messages = useMessages();
  const sorted = citations.toSorted((a, b) => a.marker - b.marker);
  return (
    <div className="sources">
      <Heading>{toReread ? messages.ask.rereadTitle : messages.ask.sourcesTitle}</Heading>
      <ul>
        {sorted.map((citation, index) => (
          <li key={index}>
            <span className="source-marker">[{citation.marker}]</span>
            <div>
              <button
                className="place-button"
                onClick={(event) => onOpen(citation, 'quotation', event.currentTarget)}
                type="button"
              >
                <span lang={citation.language}>{placePath(citation)}</span>
                <span className="source-line">, {messages.sources.line(citation.line)}</span>
              </button>
              {citation.plain !== citation.headings.at(-1) && (
                <blockquote lang={citation.language}>{keepTogether(citation.plain)}</blockquote>
              )}
            </div>
          </li>
        ))}
      </ul>
    </div>
  );
}
