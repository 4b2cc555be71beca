import { type ReactElement, useId } from 'react';
import type { EvalRun } from '../../../server/contract/evals.ts';
import { useMessages } from '../../i18n/messages.ts';
import { navigate } from '../../router/navigate.ts';
import { useResource } from '../common/use-resource.ts';
import { resultsAddress, runPath } from './eval-paths.ts';
import { runName } from './variant-name.ts';

type Props = { readonly run: EvalRun; readonly baseline: EvalRun | null };

/** What the results are compared with, and the report of both. */
export function ComparisonControls({ run, baseline }: Props): ReactElement {
  const messages = useMessages();
  const { evals, common } = messages;
  const field = useId();
  const { state } = useResource<readonly EvalRun[]>('/api/trainer/evals/runs');
  const others = state?.ok
    ? state.value.filter((one) => one.run !== run.run && one.status === 'complete')
    : [];
  const choices =
    baseline && !others.some((one) => one.run === baseline.run) ? [baseline, ...others] : others;
  return (
    <div className="eval-controls">
      <div className="field">
        <label htmlFor={field}>{evals.reference}</label>
        <select
          id={field}
          onChange={({ target: { value } }) =>
            navigate(runPath(run.run, value === '' ? null : value))
          }
          value={baseline?.run ?? ''}
        >
          <option value="">{evals.noReference}</option>
          {choices.map((one) => (
            <option key={one.run} value={one.run}>
              {`${runName(one, messages)}, ${common.moment(one.startedAt)}`}
            </option>
          ))}
        </select>
      </div>
      <a
        className="button"
        download
        href={resultsAddress('report', run.run, baseline?.run ?? null)}
        title={evals.reportNote}
      >
        {evals.report}
      </a>
    </div>
  );
}
