import type { ReactElement } from 'react';
import type { EvalMetric } from '../../../server/contract/evals.ts';
import { useMessages } from '../../i18n/messages.ts';
import { differenceText, intervalText, measureName, suiteName, valueText } from './figure.ts';
import { ScrollTable } from './scroll-table.tsx';

type Props = { readonly metrics: readonly EvalMetric[]; readonly baseline: boolean };

/** Every measure with its interval, a table for each suite; beside a reference with the difference and its verdict. */
export function MetricsTables({ metrics, baseline }: Props): ReactElement {
  const { evals } = useMessages();
  const suites = [...new Set(metrics.map(({ metric }) => suiteOf(metric)))];
  return (
    <section className="trainer-section">
      <h3>{evals.metricsTitle}</h3>
      {suites.map((suite) => (
        <MetricsTable
          baseline={baseline}
          key={suite}
          metrics={metrics.filter(({ metric }) => suiteOf(metric) === suite)}
          suite={suite}
        />
      ))}
    </section>
  );
}

const suiteOf = (metric: string): string => metric.split('.')[0] ?? '';

function MetricsTable({ suite, metrics, baseline }: Props & { suite: string }): ReactElement {
  const { evals } = useMessages();
  return (
    <ScrollTable
      caption={suiteName(suite, evals)}
      label={evals.metricsCaption(suiteName(suite, evals))}
    >
      <thead>
        <tr>
          <th scope="col">{evals.metric}</th>
          <th className="number" scope="col">
            {evals.value}
          </th>
          {baseline ? (
            <>
              <th className="number" scope="col">
                {evals.difference}
              </th>
              <th className="number" scope="col">
                {evals.wonLost}
              </th>
              <th scope="col">{evals.verdict}</th>
            </>
          ) : (
            <th className="number" scope="col">
              {evals.interval}
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {metrics.map((one) => (
          <MetricRow baseline={baseline} key={one.metric} metric={one} />
        ))}
      </tbody>
    </ScrollTable>
  );
}

function MetricRow({ metric, baseline }: { metric: EvalMetric; baseline: boolean }): ReactElement {
  const { evals } = useMessages();
  const { kind, n, value, low, high, delta, deltaLow, deltaHigh, better } = metric;
  const interval = intervalText([low, high], (one) => valueText(one, kind, evals), evals);
  const difference = (one: number) => differenceText(one, kind, evals);
  return (
    <tr>
      <th scope="row">
        {measureName(metric.metric, evals)}
        <span className="status-note">
          {evals.caseCount(n)}
          {better === 'lower' && ` · ${evals.lowerIsBetter}`}
        </span>
      </th>
      <td className="number" data-label={evals.value}>
        {valueText(value, kind, evals)}
        {baseline && <span className="status-note">{interval}</span>}
      </td>
      {baseline ? (
        <>
          <td className="number" data-label={evals.difference}>
            {differenceText(delta, kind, evals)}
            {metric.wins + metric.losses > 0 && (
              <span className="status-note">
                {intervalText([deltaLow, deltaHigh], difference, evals)}
              </span>
            )}
          </td>
          <td className="number" data-label={evals.wonLost}>
            {metric.verdict === null ? evals.none : evals.won(metric.wins, metric.losses)}
          </td>
          <td data-label={evals.verdict}>
            <Verdict verdict={metric.verdict} />
          </td>
        </>
      ) : (
        <td className="number" data-label={evals.interval}>
          {interval}
        </td>
      )}
    </tr>
  );
}

function Verdict({ verdict }: Pick<EvalMetric, 'verdict'>): ReactElement {
  const { evals } = useMessages();
  if (verdict === null) return <>{evals.none}</>;
  if (verdict === 'no difference shown') return <>{evals.verdicts[verdict]}</>;
  return (
    <span className={verdict === 'better' ? 'status ready' : 'status failed'}>
      {evals.verdicts[verdict]}
    </span>
  );
}
