import type { ReactElement } from 'react';
import type { EvalComparison } from '../../../server/contract/evals.ts';
import { useMessages } from '../../i18n/messages.ts';

/** The whole of a comparison in a few sentences; where nothing may be concluded, that and why. */
export function ComparisonSummary({
  comparison: { voids, metrics, gates, baseline },
}: {
  readonly comparison: EvalComparison;
}): ReactElement {
  const { evals } = useMessages();
  const count = (verdict: string) => metrics.filter((one) => one.verdict === verdict).length;
  const failed = gates.filter((one) => one.class !== 'advisory' && one.verdict === 'fail').length;
  return (
    <>
      {voids.length > 0 && (
        <section className="eval-void">
          <h3>{evals.voidTitle}</h3>
          <ul>
            {voids.map(({ of, why }) => (
              <li key={`${of} ${why}`}>
                {evals.voidOf[of]} {evals.voids[why]}
              </li>
            ))}
          </ul>
        </section>
      )}
      <ul className="eval-summary">
        {baseline && (
          <>
            <li className={count('worse') > 0 ? 'bad' : undefined}>
              {evals.worseMeasures(count('worse'))}
            </li>
            <li>{evals.betterMeasures(count('better'))}</li>
            <li>{evals.sameMeasures(count('no difference shown'))}</li>
          </>
        )}
        {gates.length > 0 && (
          <li className={failed > 0 ? 'bad' : undefined}>
            {failed === 0 ? evals.gatesHold : evals.gatesFailed(failed)}
          </li>
        )}
      </ul>
    </>
  );
}
