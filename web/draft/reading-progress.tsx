import { useState, type ReactElement } from 'react';
import type { TaskView } from '../../server/contract/critiques.ts';
import type { Failure } from '../api/failure.ts';
import type { PageLanguage } from '../i18n/language.ts';
import { useMessages } from '../i18n/messages.ts';
import { draftSentence } from './draft-sentence.ts';
import { readingSteps, type ReadingStep } from './reading-steps.ts';
import type { OpenDraft } from './use-draft.ts';

type Props = {
  readonly opened: OpenDraft;
  /** The draft's task; undefined when the course no longer sets it. */
  readonly task: TaskView | undefined;
  readonly language: PageLanguage;
};

/** How far the reading of a draft has come, criterion by criterion, and the way to end it. */
export function ReadingProgress({ opened, task, language }: Props): ReactElement {
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
  const isRead = read.length > 0 && read.length === total;
  const steps = readingSteps(
    (task?.criteria ?? []).map(({ id, name }) => ({ id, name: name[language] })),
    { read, isRead, check: draft.check },
  );
  return (
    <section aria-label={draft.reading} className="draft-progress">
      <h3>{draft.reading}</h3>
      <label>
        <span>{read.length === 0 ? draft.readingNone : draft.progress(read.length, total)}</span>
        {/* Without a value before the first is read: a model may think for long. The check is a step too. */}
        <progress max={total + 1} {...(read.length > 0 && { value: read.length })} />
      </label>
      {waiting && <p className="draft-waiting">{draft.reconnecting}</p>}
      <ol className="progress-list">
        {steps.map((step) => (
          <Step key={step.id} step={step} />
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

function Step({ step: { name, state } }: { readonly step: ReadingStep }): ReactElement {
  const { draft } = useMessages();
  return (
    <li aria-current={state === 'now' ? 'step' : undefined} className={state}>
      <span>{name}</span>
      <span className="progress-state">{draft.step[state]}</span>
    </li>
  );
}
