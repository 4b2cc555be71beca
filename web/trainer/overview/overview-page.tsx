import type { ReactElement } from 'react';
import type { OverviewView, UnansweredView } from '../../../server/contract/oversight.ts';
import { useMessages } from '../../i18n/messages.ts';
import type { OpenPlace } from '../../sources/use-document-panel.ts';
import { Loaded } from '../common/loaded.tsx';
import { PageHead } from '../common/page-head.tsx';
import { useResource } from '../common/use-resource.ts';
import { Figures } from './figures.tsx';
import { Gaps } from './gaps.tsx';
import { TodoList } from './todo-list.tsx';

/** The trainer's first page: what the course does not answer, then what else needs a hand. */
export function OverviewPage({ onOpen }: { readonly onOpen: OpenPlace }): ReactElement {
  const { trainer } = useMessages();
  const { overview } = trainer;
  const unanswered = useResource<UnansweredView>('/api/trainer/unanswered');
  const all = useResource<OverviewView>('/api/trainer/overview');
  return (
    <>
      <PageHead lead={overview.lead} title={trainer.parts.overview} />
      <section className="trainer-section">
        <h3>{overview.gapsTitle}</h3>
        <Loaded resource={unanswered}>{(view) => <Gaps onOpen={onOpen} view={view} />}</Loaded>
      </section>
      <Loaded resource={all}>
        {(view) => (
          <>
            <TodoList view={view} />
            <Figures view={view} />
          </>
        )}
      </Loaded>
    </>
  );
}
