import type { ReactElement } from 'react';
import type { UnansweredView } from '../../../server/contract/oversight.ts';
import { useMessages } from '../../i18n/messages.ts';
import { Link } from '../../router/link.tsx';
import type { OpenPlace } from '../../sources/use-document-panel.ts';
import { Empty } from '../common/empty.tsx';
import { trainerPath } from '../trainer-parts.ts';
import { SmallGroups } from './small-groups.tsx';
import { UnansweredGroupItem } from './unanswered-group.tsx';

/** Everything that the course does not answer: what many asked with their words, the rest as counts. */
export function UnansweredList({
  view: { groups, asked, unanswered: count },
  onOpen,
}: {
  readonly view: UnansweredView;
  readonly onOpen: OpenPlace;
}): ReactElement {
  const { trainer } = useMessages();
  const { unanswered } = trainer;
  if (asked === 0)
    return (
      <Empty action={<Link to={trainerPath('classes')}>{trainer.overview.makeClass}</Link>}>
        {unanswered.none}
      </Empty>
    );
  if (groups.length === 0)
    return (
      <Empty action={<Link to={trainerPath('ratings')}>{trainer.overview.seeRatings}</Link>}>
        {unanswered.empty}
      </Empty>
    );
  const large = groups.filter(({ students }) => students !== null);
  const small = groups.filter(({ students }) => students === null);
  return (
    <>
      <p className="trainer-summary">{unanswered.summary(count, asked)}</p>
      <details className="trainer-help">
        <summary>{unanswered.howTitle}</summary>
        <p>
          {unanswered.how} <Link to={trainerPath('documents')}>{trainer.parts.documents}</Link>
        </p>
      </details>
      {large.length > 0 && (
        <ol className="gaps">
          {large.map((group, index) => (
            <UnansweredGroupItem group={group} heading="h3" key={index} onOpen={onOpen} />
          ))}
        </ol>
      )}
      {small.length > 0 && <SmallGroups groups={small} onOpen={onOpen} />}
    </>
  );
}
