import type { ReactElement } from 'react';
import type { ClassView } from '../../../server/contract/classes.ts';
import { useMessages } from '../../i18n/messages.ts';
import { Empty } from '../common/empty.tsx';
import type { ClassTask } from './class-dialogs.tsx';
import { isOver } from './code-expiry.ts';

type OnTask = (task: ClassTask) => void;

/** The classes: who is in, how one enters, and what can be done. */
export function ClassesTable({
  classes,
  now,
  onTask,
}: {
  readonly classes: readonly ClassView[];
  readonly now: Date;
  readonly onTask: OnTask;
}): ReactElement {
  const { trainer, common } = useMessages();
  const { classes: messages } = trainer;
  if (classes.length === 0) return <Empty>{messages.empty}</Empty>;
  const { column } = messages;
  return (
    <table className="cards">
      <caption className="visually-hidden">{messages.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{column.name}</th>
          <th className="number" scope="col">
            {column.students}
          </th>
          <th scope="col">{column.code}</th>
          <th scope="col">{column.created}</th>
          <th scope="col">{column.actions}</th>
        </tr>
      </thead>
      <tbody>
        {classes.map((one) => (
          <tr key={one.id}>
            <th scope="row">{one.name}</th>
            <td className="number" data-label={column.students}>
              {trainer.count(one.students)}
            </td>
            <td data-label={column.code}>
              <Entry now={now} view={one} />
            </td>
            <td data-label={column.created}>{common.day(one.createdAt)}</td>
            <td>
              <ClassActions onTask={onTask} view={one} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Entry({ view, now }: { readonly view: ClassView; readonly now: Date }): ReactElement {
  const { trainer, common } = useMessages();
  const { classes } = trainer;
  const { open, hasCode, codeExpiresAt } = view;
  if (open) return <span className="status open">{classes.openLocal}</span>;
  if (!hasCode)
    return (
      <>
        <span className="status pending">{classes.closed}</span>
        <span className="status-note">{classes.closedNote}</span>
      </>
    );
  if (codeExpiresAt === null) return <span className="status ready">{classes.byCode}</span>;
  const day = common.day(codeExpiresAt);
  const over = isOver(codeExpiresAt, now);
  return (
    <>
      <span className={over ? 'status failed' : 'status ready'}>
        {over ? classes.codeOver : classes.byCode}
      </span>
      <span className="status-note">{over ? classes.since(day) : classes.until(day)}</span>
    </>
  );
}

function ClassActions({
  view,
  onTask,
}: {
  readonly view: ClassView;
  readonly onTask: OnTask;
}): ReactElement {
  const { trainer } = useMessages();
  const { classes } = trainer;
  const { name } = view;
  const actions = [
    { type: 'code', label: classes.newCode, full: classes.newCodeName(name) },
    { type: 'change', label: classes.change, full: classes.changeName(name) },
    { type: 'delete', label: classes.delete, full: classes.deleteName(name) },
  ] as const;
  return (
    <div className="row-actions">
      {actions.map(({ type, label, full }) => (
        <button
          aria-label={full}
          className="as-link"
          key={type}
          onClick={() => onTask({ type, view })}
          type="button"
        >
          {label}
        </button>
      ))}
    </div>
  );
}
