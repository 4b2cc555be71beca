import type { ReactElement } from 'react';
import type { UnansweredView } from '../../../server/contract/oversight.ts';
import { useMessages } from '../../i18n/messages.ts';
import type { OpenPlace } from '../../sources/use-document-panel.ts';
import { Loaded } from '../common/loaded.tsx';
import { PageHead } from '../common/page-head.tsx';
import { useResource } from '../common/use-resource.ts';
import { UnansweredList } from './unanswered-list.tsx';

/** The page of what the course does not answer. */
export function UnansweredPage({ onOpen }: { readonly onOpen: OpenPlace }): ReactElement {
  const { trainer } = useMessages();
  const resource = useResource<UnansweredView>('/api/trainer/unanswered');
  return (
    <>
      <PageHead lead={trainer.unanswered.lead} title={trainer.parts.unanswered} />
      <Loaded resource={resource}>
        {(view) => <UnansweredList onOpen={onOpen} view={view} />}
      </Loaded>
    </>
  );
}
