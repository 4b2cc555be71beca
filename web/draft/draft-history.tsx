import { useRef, useState, type ReactElement } from 'react';
import type { TaskView } from '../../server/contract/critiques.ts';
import type { DraftSummary } from '../../server/contract/drafts.ts';
import type { Fetched } from '../api/get-json.ts';
import type { PageLanguage } from '../i18n/language.ts';
import { useMessages } from '../i18n/messages.ts';
import { Link } from '../router/link.tsx';
import { pathOf } from '../router/page-route.ts';
import { DeleteDraft } from './delete-draft.tsx';
import { draftSentence } from './draft-sentence.ts';
import { numberDrafts } from './number-drafts.ts';
import { comparePath } from './use-compared.ts';

type Props = {
  readonly drafts: Fetched<readonly DraftSummary[]> | null;
  readonly tasks: readonly TaskView[];
  readonly language: PageLanguage;
  readonly announce: (sentence: string) => void;
  readonly onChange: () => void;
};

/** The drafts that were sent, task by task, newest first. */
export function DraftHistory({ drafts, tasks, language, announce, onChange }: Props): ReactElement {
  const messages = useMessages();
  const { draft } = messages;
  const heading = useRef<HTMLHeadingElement>(null);
  const [doomed, setDoomed] = useState<DraftSummary | null>(null);
  const all = drafts?.ok ? drafts.value : [];
  const numbers = numberDrafts(all);
  const titleOf = (task: string) =>
    tasks.find(({ id }) => id === task)?.title[language] ?? draft.task;

  return (
    <section aria-labelledby="draft-history" className="draft-history">
      <h3 id="draft-history" ref={heading} tabIndex={-1}>
        {draft.history}
      </h3>
      {drafts && !drafts.ok && (
        <div className="draft-problem">
          <p className="failure">{draftSentence(messages, drafts.failure)}</p>
          <button onClick={onChange} type="button">
            {messages.common.retry}
          </button>
        </div>
      )}
      {drafts?.ok && all.length === 0 && <p className="hint">{draft.noHistory}</p>}
      {groupByTask(all).map(([task, own]) => (
        <section aria-label={titleOf(task)} key={task}>
          <h4>{titleOf(task)}</h4>
          <ul className="draft-list">
            {own.map((one) => (
              <Entry
                draft={one}
                key={one.id}
                number={numbers.get(one.id) ?? null}
                onDelete={() => setDoomed(one)}
              />
            ))}
          </ul>
        </section>
      ))}
      {doomed && (
        <DeleteDraft
          id={doomed.id}
          onCancel={() => setDoomed(null)}
          onDone={() => {
            setDoomed(null);
            announce(draft.removed);
            // Its button goes with it: the focus must not.
            heading.current?.focus();
            onChange();
          }}
        />
      )}
    </section>
  );
}

function Entry({
  draft: one,
  number,
  onDelete,
}: {
  draft: DraftSummary;
  number: number | null;
  onDelete: () => void;
}): ReactElement {
  const { common, draft } = useMessages();
  const name = draft.draftOf(number, common.moment(one.createdAt));
  const { length, status, shared, previousId } = one;
  return (
    <li>
      <div>
        <Link to={pathOf({ part: 'draft', draftId: one.id })}>{name}</Link>
        <p className="hint">
          <span>{draft.length(length)}</span>
          {status !== 'complete' && <span className={status}>{draft.status[status]}</span>}
          {shared && <span>{draft.sharedBadge}</span>}
        </p>
      </div>
      <div className="actions">
        {previousId !== null && status === 'complete' && (
          <Link aria-label={draft.compareNamed(name)} className="button" to={comparePath(one.id)}>
            {draft.compare}
          </Link>
        )}
        <button
          aria-label={draft.removeNamed(name)}
          className="quiet"
          onClick={onDelete}
          type="button"
        >
          {draft.remove}
        </button>
      </div>
    </li>
  );
}

/** Drafts by task: the task with the newest draft first, as they come. */
function groupByTask(
  drafts: readonly DraftSummary[],
): readonly (readonly [string, readonly DraftSummary[]])[] {
  const groups = new Map<string, DraftSummary[]>();
  for (const draft of drafts) groups.set(draft.task, [...(groups.get(draft.task) ?? []), draft]);
  return [...groups];
}
