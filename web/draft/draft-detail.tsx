import { useCallback, useEffect, useRef, useState, type ReactElement } from 'react';
import type { TaskView } from '../../server/contract/critiques.ts';
import type { DraftView } from '../../server/contract/drafts.ts';
import type { PageLanguage } from '../i18n/language.ts';
import { useMessages } from '../i18n/messages.ts';
import { Link } from '../router/link.tsx';
import { navigate } from '../router/navigate.ts';
import { pathOf } from '../router/page-route.ts';
import type { OpenPlace } from '../sources/use-document-panel.ts';
import { DeleteDraft } from './delete-draft.tsx';
import { DraftComparison } from './draft-comparison.tsx';
import { DraftReading } from './draft-reading.tsx';
import { DraftResult } from './draft-result.tsx';
import { draftSentence } from './draft-sentence.ts';
import { ShareSwitch } from './share-switch.tsx';
import { comparePath, useCompared } from './use-compared.ts';
import { useDraft, type OpenDraft } from './use-draft.ts';
import type { WritingDesk } from './writing-desk.ts';

type Props = {
  readonly id: string;
  /** Which of the drafts of its task it is; null while that is not known. */
  readonly number: number | null;
  readonly tasks: readonly TaskView[];
  readonly language: PageLanguage;
  readonly desk: WritingDesk;
  readonly onOpen: OpenPlace;
  readonly announce: (sentence: string) => void;
  /** Something about the student's drafts changed. */
  readonly onChange: () => void;
};

const drafts = pathOf({ part: 'draft', draftId: null });

/** One stored draft: its feedback while it is made, then what it came to. */
export function DraftDetail(props: Props): ReactElement {
  const { id, onChange } = props;
  const messages = useMessages();
  const opened = useDraft(id, onChange);
  const { draft, failure } = opened.state;
  useAnnouncements(opened, props.announce);
  const gone = failure?.code === 'not-found' || failure?.code === 'bad-request';

  return (
    <article className="draft-detail">
      <p className="draft-back">
        <Link to={drafts}>{messages.draft.back}</Link>
      </p>
      {draft === null && failure === null && <p className="part-note">{messages.draft.loading}</p>}
      {failure && (
        <div className="draft-problem">
          <p className="failure" role="alert">
            {gone ? messages.draft.gone : draftSentence(messages, failure)}
          </p>
          {!gone && (
            <button onClick={opened.reload} type="button">
              {messages.common.retry}
            </button>
          )}
        </div>
      )}
      {draft && <Opened {...props} draft={draft} opened={opened} />}
    </article>
  );
}

function Opened({
  draft: shown,
  opened,
  ...props
}: Props & { readonly draft: DraftView; readonly opened: OpenDraft }): ReactElement {
  const { common, draft } = useMessages();
  const compared = useCompared();
  const heading = useRef<HTMLHeadingElement>(null);
  const [deleting, setDeleting] = useState(false);
  const task = props.tasks.find((one) => one.id === shown.task);
  const { critique, previousId, status } = shown;
  // Whoever sent a draft, or followed a link here, had the focus on something that is gone.
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
    scrollTo(0, 0);
  }, []);

  const writeNext = () => {
    const { desk } = props;
    desk.choose(shown.task);
    if (desk.state().text.trim() === '') desk.replace(shown.text);
    navigate(drafts);
  };

  return (
    <>
      <header className="draft-head">
        <h2 ref={heading} tabIndex={-1}>
          {task?.title[props.language] ?? draft.title}
        </h2>
        <p className="draft-meta">
          <span>{draft.draftOf(props.number, common.moment(shown.createdAt))}</span>
          <span>{draft.length(shown.length)}</span>
        </p>
        <p className="no-mark">{draft.noMark}</p>
        <div className="draft-tools">
          {status !== 'streaming' && (
            <button className="primary" onClick={writeNext} type="button">
              {draft.writeNext}
            </button>
          )}
          <ShareSwitch onShare={opened.share} shared={shown.shared} />
          <button className="quiet" onClick={() => setDeleting(true)} type="button">
            {draft.remove}
          </button>
        </div>
      </header>
      {critique?.progress && <Views compared={compared} id={shown.id} />}
      {critique === null ? (
        <DraftReading
          language={props.language}
          onChange={props.onChange}
          opened={opened}
          shown={shown}
          task={task}
        />
      ) : compared && critique.progress ? (
        <DraftComparison critique={critique} draft={shown} previousId={previousId} />
      ) : (
        <DraftResult critique={critique} draft={shown} onOpen={props.onOpen} />
      )}
      {deleting && (
        <DeleteDraft
          id={shown.id}
          onCancel={() => setDeleting(false)}
          onDone={() => {
            setDeleting(false);
            props.announce(draft.removed);
            props.onChange();
            navigate(drafts, { replace: true });
          }}
        />
      )}
    </>
  );
}

/** The two ways to look at a draft that has one before it. */
function Views({ id, compared }: { id: string; compared: boolean }): ReactElement {
  const { draft } = useMessages();
  return (
    <nav aria-label={draft.views} className="draft-views">
      <Link
        aria-current={compared ? undefined : 'page'}
        to={pathOf({ part: 'draft', draftId: id })}
      >
        {draft.feedbackView}
      </Link>
      <Link aria-current={compared ? 'page' : undefined} to={comparePath(id)}>
        {draft.compareView}
      </Link>
    </nav>
  );
}

/** Says that the reading began and how it ended, and nothing of a draft that was opened finished. */
function useAnnouncements({ state }: OpenDraft, announce: (sentence: string) => void): void {
  const { draft: messages } = useMessages();
  const { followed, draft } = state;
  const items = draft?.critique?.items.length;
  const status = draft?.status;
  const sentence = useCallback(() => {
    if (!followed || status === undefined) return null;
    if (status === 'streaming') return messages.announceStart;
    return status === 'complete' ? messages.announceEnd(items ?? 0) : messages[status];
  }, [followed, status, items, messages]);
  useEffect(() => {
    const now = sentence();
    if (now !== null) announce(now);
  }, [sentence, announce]);
}
