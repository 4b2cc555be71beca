import { useEffect, useId, useRef, useState, type ReactElement } from 'react';
import type { Citation } from '../../server/contract/course.ts';
import { keepTogether } from '../i18n/keep-together.ts';
import { useMessages } from '../i18n/messages.ts';
import { placePath, sectionPath, shorten } from '../sources/place-label.ts';
import type { OpenPlace } from '../sources/use-document-panel.ts';

/** Longest quotation in a preview, in UTF-16 code units. */
const previewLength = 300;

/** Where a preview stands, by the room around its chip. */
type Side = 'start-below' | 'end-below' | 'start-above' | 'end-above';

/** A citation in the text: a button that previews the quotation on hover and focus, and opens the document. */
export function CitationChip({
  citation,
  onOpen,
}: {
  citation: Citation;
  onOpen: OpenPlace;
}): ReactElement {
  const messages = useMessages();
  const id = useId();
  const element = useRef<HTMLSpanElement>(null);
  const [side, setSide] = useState<Side | null>(null);
  const hide = () => setSide(null);
  const show = () => setSide(element.current && sideOf(element.current));

  // A preview under the pointer must go with Escape too, wherever the focus is (WCAG 1.4.13).
  useEffect(() => {
    if (side === null) return;
    const onKey = (event: KeyboardEvent) => event.key === 'Escape' && setSide(null);
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [side]);

  return (
    <span className="chip-place" onMouseEnter={show} onMouseLeave={hide} ref={element}>
      <button
        aria-describedby={side === null ? undefined : id}
        aria-label={messages.ask.sourceName(citation.marker, citation.title, sectionPath(citation))}
        className="chip"
        onBlur={hide}
        onClick={(event) => {
          hide();
          onOpen(citation, 'quotation', event.currentTarget);
        }}
        // Not when the focus comes back from a document that the pointer closed: it would cover the answer.
        onFocus={(event) => event.currentTarget.matches(':focus-visible') && show()}
        type="button"
      >
        [{citation.marker}]
      </button>
      {side !== null && (
        <span className={`preview ${side}`} id={id} role="tooltip">
          <span className="preview-place" lang={citation.language}>
            {placePath(citation)}
          </span>
          <q lang={citation.language}>{keepTogether(shorten(citation.plain, previewLength))}</q>
        </span>
      )}
    </span>
  );
}

function sideOf(chip: HTMLElement): Side {
  const { left, top } = chip.getBoundingClientRect();
  const column = chip.closest('.answer')?.getBoundingClientRect();
  const end = column !== undefined && left - column.left > column.width / 2;
  const above = top > innerHeight / 2;
  return `${end ? 'end' : 'start'}-${above ? 'above' : 'below'}`;
}
