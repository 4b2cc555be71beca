import type { ReactElement } from 'react';
import type { RatingsView } from '../../../server/contract/oversight.ts';
import { useMessages } from '../../i18n/messages.ts';
import type { OpenPlace } from '../../sources/use-document-panel.ts';
import { Empty } from '../common/empty.tsx';
import { Loaded } from '../common/loaded.tsx';
import { PageHead } from '../common/page-head.tsx';
import { useResource } from '../common/use-resource.ts';
import { ReasonsTable } from './reasons-table.tsx';
import { SharedTurnItem } from './shared-turn.tsx';

/** The page of what students say of the answers. */
export function RatingsPage({ onOpen }: { readonly onOpen: OpenPlace }): ReactElement {
  const { trainer } = useMessages();
  const resource = useResource<RatingsView>('/api/trainer/ratings');
  return (
    <>
      <PageHead lead={trainer.ratings.lead} title={trainer.parts.ratings} />
      <Loaded resource={resource}>{(view) => <Ratings onOpen={onOpen} view={view} />}</Loaded>
    </>
  );
}

/** Counts, reasons, and what students show. */
export function Ratings({
  view: { helpful, unhelpful, reasons, shared },
  onOpen,
}: {
  readonly onOpen: OpenPlace;
  readonly view: RatingsView;
}): ReactElement {
  const { trainer } = useMessages();
  const { ratings } = trainer;
  if (helpful + unhelpful === 0) return <Empty>{ratings.empty}</Empty>;
  return (
    <>
      <dl className="trainer-facts">
        <div>
          <dt>{ratings.helpful}</dt>
          <dd>{trainer.count(helpful)}</dd>
        </div>
        <div>
          <dt>{ratings.unhelpful}</dt>
          <dd>{trainer.count(unhelpful)}</dd>
        </div>
      </dl>
      {unhelpful > 0 && <ReasonsTable reasons={reasons} />}
      <section className="trainer-section">
        <h3>{ratings.sharedTitle}</h3>
        {shared.length === 0 ? (
          <p>{ratings.sharedEmpty}</p>
        ) : (
          <>
            <p className="trainer-hint">{ratings.caseWhy}</p>
            <ul className="shared-turns">
              {shared.map((turn) => (
                <SharedTurnItem key={turn.turnId} onOpen={onOpen} turn={turn} />
              ))}
            </ul>
          </>
        )}
      </section>
    </>
  );
}
