import type { ReactElement } from 'react';
import type { EvalCaseChange, EvalReply } from '../../../server/contract/evals.ts';
import type { Messages } from '../../i18n/messages.ts';
import { useMessages } from '../../i18n/messages.ts';
import { PlainAnswer } from '../common/plain-answer.tsx';
import { measureName, suiteName } from './figure.ts';

type Props = {
  readonly title: string;
  readonly changes: readonly EvalCaseChange[];
  /** How many there are in all. */
  readonly of: number;
  /** Said where there is none. */
  readonly none: string;
};

/** Cases on which two evaluations differ, each with what was said before and after. */
export function CaseChanges({ title, changes, of, none }: Props): ReactElement {
  const { evals } = useMessages();
  return (
    <section className="trainer-section">
      <h3>{title}</h3>
      {changes.length === 0 && <p>{none}</p>}
      {changes.length < of && <p className="trainer-hint">{evals.shownOf(changes.length, of)}</p>}
      {changes.length > 0 && (
        <ul className="eval-changes">
          {changes.map((change) => (
            <li key={`${change.suite} ${change.caseId}`}>
              <Change change={change} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Change({ change }: { readonly change: EvalCaseChange }): ReactElement {
  const { evals } = useMessages();
  const { suite, caseId, language, turns, scores, before, after } = change;
  return (
    <details className="eval-change">
      <summary>
        <span className="eval-question" lang={language}>
          {turns.at(-1) ?? caseId}
        </span>
        <span className="status-note">{suiteName(suite, evals)}</span>
      </summary>
      {turns.length > 1 && (
        <ol className="eval-turns" lang={language}>
          {turns.map((turn, at) => (
            <li key={at}>{turn}</li>
          ))}
        </ol>
      )}
      <ul className="eval-scores">
        {scores.map(({ metric, before: from, after: to }) => (
          <li key={metric}>
            {measureName(metric, evals)} <Moved from={from} to={to} />
          </li>
        ))}
      </ul>
      <div className="eval-sides">
        <Side language={language} reply={before} title={evals.before} />
        <Side language={language} reply={after} title={evals.after} />
      </div>
    </details>
  );
}

function Moved({ from, to }: { readonly from: number; readonly to: number }): ReactElement {
  const { evals } = useMessages();
  const write = (value: number) => (Number.isInteger(value) ? String(value) : evals.mean(value));
  return (
    <span className="eval-moved">
      {write(from)} → {write(to)}
    </span>
  );
}

function Side({
  title,
  reply,
  language,
}: {
  readonly title: string;
  readonly reply: EvalReply;
  readonly language: string;
}): ReactElement {
  const { evals } = useMessages();
  const { text, found } = reply;
  return (
    <div className="eval-side">
      <h4>{title}</h4>
      <p className="trainer-hint">{decisionText(reply, evals)}</p>
      {text !== '' && <PlainAnswer language={language} text={text} />}
      {text === '' && found.length === 0 && <p>{evals.nothingFound}</p>}
      {found.length > 0 && (
        <details open={text === ''}>
          <summary>{evals.found}</summary>
          {/* The sections' names are the course's, in its language. */}
          <ol className="eval-found">
            {found.map((section, at) => (
              <li key={at}>{section}</li>
            ))}
          </ol>
        </details>
      )}
    </div>
  );
}

const decisionText = ({ decision }: EvalReply, { decisions }: Messages['evals']): string =>
  Object.hasOwn(decisions, decision) ? decisions[decision as keyof typeof decisions] : '';
