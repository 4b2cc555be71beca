import type { ReactElement } from 'react';
import type { UnansweredView } from '../../../server/contract/oversight.ts';
import { useMessages } from '../../i18n/messages.ts';
import { Link } from '../../router/link.tsx';
import type { OpenPlace } from '../../sources/use-document-panel.ts';
import { Empty } from '../common/empty.tsx';
import { fewestStudents } from '../common/group-size.ts';
import { trainerPath } from '../trainer-parts.ts';
import { UnansweredGroupItem } from '../unanswered/unanswered-group.tsx';

/** How many groups the overview shows. */
const shown = 3;

/** What the course fails to answer most, with where to complete it. */
export function Gaps({
  view: { groups, unanswered: count, asked },
  onOpen,
}: {
  readonly view: UnansweredView;
  readonly onOpen: OpenPlace;
}): ReactElement {
  const { trainer } = useMessages();
  const { overview, unanswered } = trainer;
  if (asked === 0)
    return (
      <Empty action={<Link to={trainerPath('classes')}>{overview.makeClass}</Link>}>
        {overview.none}
      </Empty>
    );
  if (groups.length === 0) return <Empty>{unanswered.empty}</Empty>;
  const large = groups.filter(({ students }) => students !== null);
  const top = (large.length > 0 ? large : groups).slice(0, shown);
  return (
    <>
      <p className="trainer-summary">{unanswered.summary(count, asked)}</p>
      <p>{overview.gapsLead}</p>
      <ol className="gaps">
        {top.map((group, index) => (
          <UnansweredGroupItem group={group} heading="h4" key={index} onOpen={onOpen} />
        ))}
      </ol>
      {large.length === 0 && <p className="trainer-hint">{unanswered.few(fewestStudents)}</p>}
      <p>
        <Link to={trainerPath('unanswered')}>{overview.gapsAll}</Link>
      </p>
    </>
  );
}
