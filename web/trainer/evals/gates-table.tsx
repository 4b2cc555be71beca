import type { ReactElement } from 'react';
import type { EvalGate, EvalMetric } from '../../../server/contract/evals.ts';
import type { Messages } from '../../i18n/messages.ts';
import { useMessages } from '../../i18n/messages.ts';
import { differenceText, measureName, suiteName, valueText } from './figure.ts';
import { ScrollTable } from './scroll-table.tsx';

type Props = { readonly gates: readonly EvalGate[]; readonly metrics: readonly EvalMetric[] };

/** The conditions that the tutor is held to; those that fail first. */
export function GatesTable({ gates, metrics }: Props): ReactElement | null {
  const { evals } = useMessages();
  const { gates: words } = evals;
  if (gates.length === 0) return null;
  const measured = new Map(metrics.map((one) => [one.metric, one]));
  const rank = ({ verdict, class: sort }: EvalGate) =>
    (sort === 'advisory' ? 10 : 0) + ['fail', 'void', 'underpowered', 'pass'].indexOf(verdict);
  return (
    <section className="trainer-section">
      <h3>{words.title}</h3>
      <p className="trainer-hint">{words.lead}</p>
      <ScrollTable caption={words.caption} label={words.caption}>
        <thead>
          <tr>
            <th scope="col">{words.what}</th>
            <th scope="col">{words.asked}</th>
            <th scope="col">{words.result}</th>
          </tr>
        </thead>
        <tbody>
          {gates
            .toSorted((a, b) => rank(a) - rank(b))
            .map((gate) => (
              <tr key={`${gate.metric} ${gate.class} ${gate.split ?? ''}`}>
                <th scope="row">
                  {measureName(gate.metric, evals)}
                  <span className="status-note">
                    {suiteName(gate.metric.split('.')[0] ?? '', evals)} · {words.kinds[gate.class]}
                  </span>
                </th>
                <td data-label={words.asked}>
                  {askedText(gate, measured.get(gate.metric), evals)}
                </td>
                <td data-label={words.result}>
                  <Result gate={gate} />
                </td>
              </tr>
            ))}
        </tbody>
      </ScrollTable>
    </section>
  );
}

function askedText(
  { asked }: EvalGate,
  metric: EvalMetric | undefined,
  evals: Messages['evals'],
): string {
  const { kind = 'mean', better = 'higher' } = metric ?? {};
  if (asked.kind === 'every-case') {
    return evals.asked[better === 'higher' ? 'every-case' : 'no-case'];
  }
  const limit =
    asked.kind === 'loss-at-most'
      ? differenceText(asked.limit, kind, evals).replace('+', '')
      : valueText(asked.limit, kind, evals);
  return evals.asked[asked.kind](limit);
}

function Result({ gate }: { readonly gate: EvalGate }): ReactElement {
  const { gates: words } = useMessages().evals;
  const { verdict, class: sort } = gate;
  const isGoal = sort === 'advisory' && (verdict === 'pass' || verdict === 'fail');
  const text = isGoal ? words.goals[verdict] : words.verdicts[verdict];
  const look =
    verdict === 'pass' ? 'ready' : verdict === 'fail' && sort !== 'advisory' ? 'failed' : '';
  return <span className={`status ${look}`.trim()}>{text}</span>;
}
