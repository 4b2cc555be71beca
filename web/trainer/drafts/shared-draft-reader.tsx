import type { ReactElement } from 'react';
import type { SharedDraftView } from '../../../server/contract/drafts.ts';
import { DraftResult } from '../../draft/draft-result.tsx';
import { useMessages } from '../../i18n/messages.ts';
import { Link } from '../../router/link.tsx';
import type { OpenPlace } from '../../sources/use-document-panel.ts';
import { Empty } from '../common/empty.tsx';
import { Loaded } from '../common/loaded.tsx';
import { PageHead } from '../common/page-head.tsx';
import { useResource } from '../common/use-resource.ts';
import { trainerPath } from '../trainer-parts.ts';

/** One draft that a student shows, with its feedback; nothing can be changed in it. */
export function SharedDraftReader({
  draftId,
  taskName,
  onOpen,
}: {
  readonly draftId: string;
  readonly taskName: (id: string) => string;
  readonly onOpen: OpenPlace;
}): ReactElement {
  const { trainer, common } = useMessages();
  const { drafts } = trainer;
  const resource = useResource<SharedDraftView>(
    `/api/trainer/drafts/${encodeURIComponent(draftId)}`,
  );
  const { state } = resource;
  const draft = state?.ok ? state.value : null;
  const gone = state && !state.ok && state.failure.code === 'not-found';
  return (
    <>
      <p>
        <Link to={trainerPath('drafts')}>{drafts.back}</Link>
      </p>
      <PageHead
        lead={
          draft ? drafts.by(draft.pseudonym, draft.className, common.moment(draft.createdAt)) : ''
        }
        title={draft ? taskName(draft.task) : trainer.parts.drafts}
      />
      {gone ? (
        <Empty>{drafts.gone}</Empty>
      ) : (
        <Loaded resource={resource}>
          {(shown) =>
            shown.critique ? (
              <DraftResult critique={shown.critique} draft={shown} onOpen={onOpen} />
            ) : (
              <>
                <p>{drafts.noFeedback}</p>
                <section className="trainer-section">
                  <h3>{drafts.text}</h3>
                  <p className="shared-draft-text" lang={shown.language}>
                    {shown.text}
                  </p>
                </section>
              </>
            )
          }
        </Loaded>
      )}
    </>
  );
}
