import { useId, type ReactElement } from 'react';
import type { DraftSummary } from '../../server/contract/drafts.ts';
import { useMessages } from '../i18n/messages.ts';

/** The drafts of a task that a new one can be compared with, newest first. */
export const previousDrafts = (
  drafts: readonly DraftSummary[],
  task: string,
): readonly DraftSummary[] =>
  drafts.filter((draft) => draft.task === task && draft.status === 'complete');

/** Chooses the earlier draft that a new one is compared with, or none. */
export function PreviousChoice({
  drafts,
  numbers,
  value,
  onChoose,
}: {
  drafts: readonly DraftSummary[];
  numbers: ReadonlyMap<string, number>;
  value: string | null;
  onChoose: (id: string | null) => void;
}): ReactElement {
  const { common, draft } = useMessages();
  const id = useId();
  return (
    <div className="draft-previous">
      <label htmlFor={id}>{draft.previous}</label>
      <select
        id={id}
        onChange={({ target }) => onChoose(target.value === '' ? null : target.value)}
        value={value ?? ''}
      >
        {drafts.map((one) => (
          <option key={one.id} value={one.id}>
            {draft.draftOf(numbers.get(one.id) ?? null, common.moment(one.createdAt))}
          </option>
        ))}
        <option value="">{draft.previousNone}</option>
      </select>
    </div>
  );
}
