import type { ReactElement } from 'react';
import type { EvalComparison } from '../../../server/contract/evals.ts';
import { useMessages } from '../../i18n/messages.ts';
import { Link } from '../../router/link.tsx';
import { PageHead } from '../common/page-head.tsx';
import { trainerPath } from '../trainer-parts.ts';
import { CaseChanges } from './case-changes.tsx';
import { ComparisonControls } from './comparison-controls.tsx';
import { ComparisonSummary } from './comparison-summary.tsx';
import { DetailedFailure } from '../common/detailed-failure.tsx';
import { resultsAddress } from './eval-paths.ts';
import { GatesTable } from './gates-table.tsx';
import { MissedCases } from './missed-cases.tsx';
import { MetricsTables } from './metrics-tables.tsx';
import { useSlowJson } from './use-slow-json.ts';
import { groundedName, runName } from './variant-name.ts';

type Props = { readonly run: string; readonly baseline: string | null };

/** What an evaluation found, alone or beside another one: what became worse first, then every measure. */
export function ComparisonPage({ run, baseline }: Props): ReactElement {
  const messages = useMessages();
  const { evals } = messages;
  const { state, retry } = useSlowJson<EvalComparison>(resultsAddress('compare', run, baseline));
  const back = <Link to={trainerPath('evals')}>{evals.all}</Link>;
  if (state?.ok) return <Comparison back={back} comparison={state.value} />;
  const isGone = state !== null && state.failure.code === 'not-found';
  return (
    <>
      <PageHead lead={isGone ? evals.gone : ''} title={evals.title} />
      {back}
      {state === null && (
        <p className="trainer-note" role="status">
          {evals.computing}
        </p>
      )}
      {state !== null && !isGone && <DetailedFailure failure={state.failure} onRetry={retry} />}
    </>
  );
}

function Comparison({
  comparison,
  back,
}: {
  readonly comparison: EvalComparison;
  readonly back: ReactElement;
}): ReactElement {
  const messages = useMessages();
  const { evals, common } = messages;
  const { run, baseline } = comparison;
  const facts = [
    common.moment(run.startedAt),
    groundedName(run, messages),
    evals.progress(run.cases, run.of),
  ];
  return (
    <>
      <div className="eval-head">
        {back}
        <PageHead lead={facts.join(' · ')} title={runName(run, messages)} />
      </div>
      <ComparisonControls baseline={baseline} run={run} />
      <ComparisonSummary comparison={comparison} />
      {baseline && (
        <CaseChanges
          changes={comparison.regressions}
          none={evals.noRegressions}
          of={comparison.regressed}
          title={evals.regressions}
        />
      )}
      <MissedCases missed={comparison.missed} />
      <MetricsTables baseline={baseline !== null} metrics={comparison.metrics} />
      <GatesTable gates={comparison.gates} metrics={comparison.metrics} />
      {baseline && (
        <CaseChanges
          changes={comparison.improvements}
          none={evals.noImprovements}
          of={comparison.improved}
          title={evals.improvements}
        />
      )}
    </>
  );
}
