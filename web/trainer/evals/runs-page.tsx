import type { ReactElement } from 'react';
import type { EvalCourse, EvalDraftCase, EvalVariant } from '../../../server/contract/evals.ts';
import { useMessages } from '../../i18n/messages.ts';
import { navigate } from '../../router/navigate.ts';
import { Link } from '../../router/link.tsx';
import { Empty } from '../common/empty.tsx';
import { FailureNote } from '../common/loaded.tsx';
import { Loading } from '../common/loaded.tsx';
import { PageHead } from '../common/page-head.tsx';
import { useResource } from '../common/use-resource.ts';
import { trainerPath } from '../trainer-parts.ts';
import { DraftCases } from './draft-cases.tsx';
import { startPath } from './eval-paths.ts';
import { RunningRun } from './running-run.tsx';
import { RunsTable } from './runs-table.tsx';
import { StartDialog } from './start-dialog.tsx';
import { useRuns } from './use-runs.ts';

/**
 * The evaluations made and the one under way.
 * @param start the variant that is about to be evaluated; empty for one to choose, `null` for none
 */
export function RunsPage({ start }: { readonly start: string | null }): ReactElement {
  const { evals } = useMessages();
  const { runs, failure, reload } = useRuns();
  const variants = useResource<readonly EvalVariant[]>('/api/trainer/evals/variants').state;
  const cases = useResource<readonly EvalDraftCase[]>('/api/trainer/evals/cases');
  const course = useResource<EvalCourse>('/api/trainer/evals/course').state;
  const isOther = course?.ok === true && !course.value.shipped;
  const served = variants?.ok ? variants.value.find(({ serving }) => serving) : undefined;
  const close = () => navigate(trainerPath('evals'));
  const starter = (
    <Link className="button primary" to={startPath()}>
      {evals.start}
    </Link>
  );
  return (
    <>
      <PageHead lead={evals.lead} title={evals.title} />
      {runs === null && failure === null && <Loading />}
      {runs === null && failure !== null && <FailureNote failure={failure} onRetry={reload} />}
      {runs !== null && (
        <>
          {failure !== null && <p role="alert">{evals.lost}</p>}
          {isOther && <p className="eval-caution eval-course">{evals.own.otherCourse}</p>}
          <RunningRun onChange={reload} running={runs.find(({ status }) => status === 'running')} />
          <section className="trainer-section">
            {runs.length === 0 ? (
              <Empty action={starter}>{evals.empty}</Empty>
            ) : (
              <>
                {starter}
                <RunsTable runs={runs} served={served?.id ?? null} />
              </>
            )}
          </section>
          <DraftCases resource={cases} shipped={!isOther} />
        </>
      )}
      {start !== null && (
        <StartDialog
          cases={cases.state?.ok ? cases.state.value : []}
          onClose={close}
          onStarted={() => {
            close();
            reload();
          }}
          variant={start}
        />
      )}
    </>
  );
}
