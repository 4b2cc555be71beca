import { useState, type ReactElement } from 'react';
import type { CriterionFinding, TaskView } from '../../server/contract/critiques.ts';
import type { DraftView } from '../../server/contract/drafts.ts';
import type { Failure } from '../api/failure.ts';
import type { PageLanguage } from '../i18n/language.ts';
import { useMessages } from '../i18n/messages.ts';
import { retryDraft } from './draft-requests.ts';
import { draftSentence } from './draft-sentence.ts';
import { DraftText } from './draft-text.tsx';
import { Finding } from './finding.tsx';
import type { OpenDraft } from './use-draft.ts';

type Props = {
  readonly shown: DraftView;
  readonly opened: OpenDraft;
  /** Its task; undefined when the course no longer sets it. */
  readonly task: TaskView | undefined;
  readonly language: PageLanguage;
  readonly onChange: () => void;
};

/** A draft without its feedback: while it is read, or when that came to nothing. */
export function DraftReading({ shown, opened, task, language, onChange }: Props): ReactElement {
  const { draft } = useMessages();
  return (
    <div className="draft-columns">
      <div className="draft-side">
        {shown.status === 'streaming' ? (
          <Progress language={language} opened={opened} task={task} />
        ) : (
          <Unread onChange={onChange} opened={opened} shown={shown} />
        )}
      </div>
      <DraftText className="draft-sheet" marks={[]} name={draft.yourDraft} text={shown.text} />
    </div>
  );
}

/** How far the reading has come, criterion by criterion. */
function Progress({
  opened,
  task,
  language,
}: {
  opened: OpenDraft;
  task: TaskView | undefined;
  language: PageLanguage;
}): ReactElement {
  const messages = useMessages();
  const { draft } = messages;
  const { read, of, waiting, failure } = opened.state;
  const [problem, setProblem] = useState<Failure | null>(null);
  const stop = async () => {
    // What is shown follows from what is stored then: heard of at once, unless the connection is being waited for.
    const result = await opened.stop();
    setProblem(result.ok ? null : result.failure);
    if (result.ok && waiting) opened.reload();
  };
  const total = of || (task?.criteria.length ?? 0);
  const findings = new Map(read.map((one) => [one.criterion, one]));
  return (
    <section aria-label={draft.reading} className="draft-progress">
      <h3>{draft.reading}</h3>
      <label>
        <span>{read.length === 0 ? draft.readingNone : draft.progress(read.length, total)}</span>
        {/* Without a value before the first is read: a model may think for long. */}
        <progress max={Math.max(total, 1)} {...(read.length > 0 && { value: read.length })} />
      </label>
      {waiting && <p className="draft-waiting">{draft.reconnecting}</p>}
      <ol className="progress-list">
        {(task?.criteria ?? []).map(({ id, name }) => (
          <ProgressLine finding={findings.get(id)} key={id} name={name[language]} />
        ))}
      </ol>
      <p className="hint">{draft.safe}</p>
      {problem && (
        <p className="failure" role="alert">
          {draftSentence(messages, problem)}
        </p>
      )}
      {!failure && (
        <button onClick={() => void stop()} type="button">
          {draft.stop}
        </button>
      )}
    </section>
  );
}

function ProgressLine({
  name,
  finding,
}: {
  name: string;
  finding: CriterionFinding | undefined;
}): ReactElement {
  const { draft } = useMessages();
  return (
    <li className={finding ? 'done' : undefined}>
      <span>{name}</span>
      {finding ? (
        <Finding finding={finding.finding} />
      ) : (
        <span className="hint">{draft.waitingFor}</span>
      )}
    </li>
  );
}

/** A draft whose reading was cut, and the way to have it read after all. */
function Unread({
  shown,
  opened,
  onChange,
}: Pick<Props, 'shown' | 'opened' | 'onChange'>): ReactElement {
  const messages = useMessages();
  const { draft } = messages;
  const { id, status, failure: code } = shown;
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const again = async () => {
    setBusy(true);
    const sent = await retryDraft(id);
    setBusy(false);
    if (!sent.ok) return setFailure(sent.failure);
    onChange();
    opened.reload();
  };
  // That it was cut is said already.
  const known = code === null || code === 'model-interrupted';
  const reason = known ? null : { code, retryable: true, retryAfterSeconds: null };
  return (
    <section className="draft-problem">
      <p>{status === 'stopped' || status === 'failed' ? draft[status] : draft.interrupted}</p>
      {reason && <p className="hint">{draftSentence(messages, reason)}</p>}
      {failure && (
        <p className="failure" role="alert">
          {draftSentence(messages, failure)}
        </p>
      )}
      <button className="primary" disabled={busy} onClick={() => void again()} type="button">
        {busy ? draft.sending : draft.again}
      </button>
    </section>
  );
}
