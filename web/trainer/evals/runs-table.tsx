import type { ReactElement } from 'react';
import type { EvalRun } from '../../../server/contract/evals.ts';
import { useMessages } from '../../i18n/messages.ts';
import { Link } from '../../router/link.tsx';
import { runPath } from './eval-paths.ts';
import { ProgramSays } from './program-says.tsx';
import { referenceRun } from './reference-run.ts';
import { groundedName, runName } from './variant-name.ts';

type Props = {
  readonly runs: readonly EvalRun[];
  /** The variant that answers students now; `null` where it is not known. */
  readonly served: string | null;
};

/** The evaluations made, newest first. */
export function RunsTable({ runs, served }: Props): ReactElement {
  const { evals } = useMessages();
  return (
    <table className="cards eval-runs">
      <caption>{evals.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{evals.what}</th>
          <th scope="col">{evals.started}</th>
          <th scope="col">{evals.state}</th>
          <th scope="col">{evals.cases}</th>
          <th scope="col">
            <span className="visually-hidden">{evals.open}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {runs.map((run) => (
          <RunRow key={run.run} reference={referenceRun(run, runs, served)} run={run} />
        ))}
      </tbody>
    </table>
  );
}

function RunRow({ run, reference }: { run: EvalRun; reference: EvalRun | null }): ReactElement {
  const messages = useMessages();
  const { evals, common } = messages;
  const name = runName(run, messages);
  const when = common.moment(run.startedAt);
  return (
    <tr>
      <th scope="row">
        {name}
        <span className="status-note">{groundedName(run, messages)}</span>
      </th>
      <td data-label={evals.started}>{when}</td>
      <td data-label={evals.state}>
        <span className={run.status === 'complete' ? 'status ready' : 'status'}>
          {evals.status[run.status]}
        </span>
        {run.problem !== null && (
          <div className="eval-problem">
            <p>{evals.brokeOff}</p>
            <ProgramSays sentence={run.problem} />
          </div>
        )}
      </td>
      <td data-label={evals.cases}>{evals.progress(run.cases, run.of)}</td>
      <td className="eval-open">
        {run.status !== 'running' && run.cases > 0 && (
          <Link aria-label={evals.openName(name, when)} to={runPath(run.run, reference?.run)}>
            {evals.open}
          </Link>
        )}
      </td>
    </tr>
  );
}
