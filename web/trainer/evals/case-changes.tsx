import type { ReactElement } from 'react';
import type { EvalCaseChange } from '../../../server/contract/evals.ts';
import { useMessages } from '../../i18n/messages.ts';
import { EvalSide } from './eval-side.tsx';
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
        <EvalSide language={language} reply={before} title={evals.before} />
        <EvalSide language={language} reply={after} title={evals.after} />
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
