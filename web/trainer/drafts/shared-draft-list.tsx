import type { ReactElement } from 'react';
import type { SharedDraft } from '../../../server/contract/drafts.ts';
import { useMessages } from '../../i18n/messages.ts';
import { Link } from '../../router/link.tsx';
import { Empty } from '../common/empty.tsx';
import { Loaded } from '../common/loaded.tsx';
import { PageHead } from '../common/page-head.tsx';
import { useResource } from '../common/use-resource.ts';
import { trainerPath } from '../trainer-parts.ts';

type TaskName = (id: string) => string;

/** The drafts that students show, newest first. */
export function SharedDraftList({
  title,
  taskName,
}: {
  readonly title: string;
  readonly taskName: TaskName;
}): ReactElement {
  const { trainer } = useMessages();
  const resource = useResource<readonly SharedDraft[]>('/api/trainer/drafts');
  return (
    <>
      <PageHead lead={trainer.drafts.lead} title={title} />
      <Loaded resource={resource}>
        {(drafts) => <SharedDrafts drafts={drafts} taskName={taskName} />}
      </Loaded>
    </>
  );
}

/** A table of shared drafts, or that there is none. */
export function SharedDrafts({
  drafts,
  taskName,
}: {
  readonly drafts: readonly SharedDraft[];
  readonly taskName: TaskName;
}): ReactElement {
  const { trainer, common } = useMessages();
  const { drafts: messages } = trainer;
  if (drafts.length === 0) return <Empty>{messages.empty}</Empty>;
  return (
    <table className="cards">
      <caption className="visually-hidden">{messages.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{messages.student}</th>
          <th scope="col">{messages.className}</th>
          <th scope="col">{messages.task}</th>
          <th scope="col">{messages.date}</th>
          <th scope="col">{messages.state}</th>
          <th scope="col">
            <span className="visually-hidden">{trainer.documents.actions}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {drafts.map(({ id, pseudonym, className, task, createdAt, status }) => (
          <tr key={id}>
            <th scope="row">{pseudonym}</th>
            <td data-label={messages.className}>{className}</td>
            <td data-label={messages.task}>{taskName(task)}</td>
            <td data-label={messages.date}>{common.day(createdAt)}</td>
            <td data-label={messages.state}>{messages.status[status]}</td>
            <td>
              <Link
                aria-label={messages.readName(pseudonym, taskName(task))}
                className="button"
                to={trainerPath('drafts', id)}
              >
                {messages.read}
              </Link>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
