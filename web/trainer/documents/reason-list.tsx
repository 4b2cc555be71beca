import type { ReactElement } from 'react';
import type { DocumentReason } from '../../../server/contract/documents.ts';
import { useMessages } from '../../i18n/messages.ts';
import { groupReasons, type ReasonGroup, type SealedPart } from './group-reasons.ts';
import { causeText, partText } from './reason-text.ts';
import { ServerSentence } from './server-sentence.tsx';

/** What is kept from students of a document and why, or why it could not be read. */
export function ReasonList({
  reasons,
}: {
  readonly reasons: readonly DocumentReason[];
}): ReactElement | null {
  if (reasons.length === 0) return null;
  return (
    <ul className="reasons">
      {groupReasons(reasons).map((group) => (
        <Group group={group} key={group.what} />
      ))}
    </ul>
  );
}

function Group({ group: { what, cause, parts } }: { readonly group: ReasonGroup }): ReactElement {
  const { documents } = useMessages().trainer;
  const [only] = parts;
  if (what === 'unreadable')
    return (
      <>
        {parts.map(({ detail }) => (
          <li key={detail}>
            <ServerSentence sentence={detail} />
          </li>
        ))}
      </>
    );
  return (
    <li>
      {documents.reasons[what]}
      {cause !== null && ` (${causeText(cause, documents)})`}
      {parts.length === 1 && only ? (
        <span className="reason-detail">
          <Part part={only} told={cause !== null} />
        </span>
      ) : (
        <details>
          <summary>{documents.parts(parts.length)}</summary>
          <ul>
            {parts.map((part, index) => (
              <li className="reason-detail" key={index}>
                <Part part={part} told={cause !== null} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </li>
  );
}

/** @param told whether the cause was said for the whole group */
function Part({ part, told }: { readonly part: SealedPart; readonly told: boolean }): ReactElement {
  const { documents } = useMessages().trainer;
  const { lines, reason, detail } = part;
  const where = lines === null ? documents.whole : documents.lines(...lines);
  const why = reason && partText(told ? { ...reason, cause: null } : reason, documents);
  return (
    <>
      <span className="nowrap">{where}</span>
      {why !== '' && (
        <>
          {', '}
          <span lang={why === null ? 'en' : undefined}>{why ?? detail}</span>
        </>
      )}
    </>
  );
}
