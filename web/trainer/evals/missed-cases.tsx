import type { ReactElement } from 'react';
import type { EvalMissedCase } from '../../../server/contract/evals.ts';
import { useMessages } from '../../i18n/messages.ts';
import { EvalSide } from './eval-side.tsx';

type Props = { readonly missed: readonly EvalMissedCase[] };

/** The trainer's own cases that did not get the answer expected, each with what it got. */
export function MissedCases({ missed }: Props): ReactElement | null {
  const { own } = useMessages().evals;
  if (missed.length === 0) return null;
  return (
    <section className="trainer-section">
      <h3>{own.missed}</h3>
      <ul className="eval-changes">
        {missed.map(({ caseId, language, turns, reply }) => (
          <li key={caseId}>
            <details className="eval-change">
              <summary>
                <span className="eval-question" lang={language}>
                  {turns.at(-1) ?? caseId}
                </span>
              </summary>
              <EvalSide language={language} reply={reply} />
            </details>
          </li>
        ))}
      </ul>
    </section>
  );
}
