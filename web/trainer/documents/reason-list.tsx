import type { ReactElement } from 'react';
import type { DocumentReason } from '../../../server/contract/documents.ts';
import { useMessages } from '../../i18n/messages.ts';
import { readReason, reasonText } from './read-reason.ts';

/** How many reasons stand open; an exam may have dozens. */
const shown = 2;

/** What is kept from students of a document, or why it could not be read, each with its lines. */
export function ReasonList({
  reasons,
}: {
  readonly reasons: readonly DocumentReason[];
}): ReactElement | null {
  const { trainer } = useMessages();
  if (reasons.length === 0) return null;
  const rest = reasons.slice(shown);
  return (
    <>
      <ul className="reasons">
        {reasons.slice(0, shown).map((reason, index) => (
          <ReasonItem key={index} reason={reason} />
        ))}
      </ul>
      {rest.length > 0 && (
        <details className="reasons-more">
          <summary>{trainer.documents.more(rest.length)}</summary>
          <ul className="reasons">
            {rest.map((reason, index) => (
              <ReasonItem key={index} reason={reason} />
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function ReasonItem({
  reason: { what, detail, lines },
}: {
  readonly reason: DocumentReason;
}): ReactElement {
  const { trainer } = useMessages();
  const { documents } = trainer;
  const read = readReason(detail);
  const where = lines === null ? documents.whole : documents.lines(...lines);
  return (
    <li>
      {documents.reasons[what]}
      {what !== 'unreadable' && (
        <>
          {', '}
          <span className="nowrap">{where}</span>
        </>
      )}
      {what !== 'chat' && (
        <span className="reason-detail" lang={read ? undefined : 'en'}>
          {read ? reasonText(read, documents) : detail}
        </span>
      )}
    </li>
  );
}
