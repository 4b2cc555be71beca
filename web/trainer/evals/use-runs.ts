import { useCallback, useEffect, useRef, useState } from 'react';
import type { EvalRun } from '../../../server/contract/evals.ts';
import type { Failure } from '../../api/failure.ts';
import { getJson } from '../../api/get-json.ts';

/** How often a run is looked after while it is going on, in milliseconds. */
const everyMs = 2_000;

/** The evaluations as they were last heard of. */
export type Runs = {
  /** `null` until the server has answered once. */
  readonly runs: readonly EvalRun[] | null;
  /** Why the last question was not answered; `null` when it was. */
  readonly failure: Failure | null;
  readonly reload: () => void;
};

/** Follows the evaluations: asks again as long as one is going on, and after a failure until there is an answer. */
export function useRuns(): Runs {
  const [runs, setRuns] = useState<readonly EvalRun[] | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const asked = useRef(0);
  const reload = useCallback(() => {
    const number = ++asked.current;
    void getJson<readonly EvalRun[]>('/api/trainer/evals/runs').then((answer) => {
      if (number !== asked.current) return;
      if (answer.ok) setRuns(answer.value);
      setFailure(answer.ok ? null : answer.failure);
    });
  }, []);
  useEffect(() => {
    reload();
    return () => void (asked.current += 1);
  }, [reload]);
  const isMoving =
    runs !== null && (failure !== null || runs.some(({ status }) => status === 'running'));
  useEffect(() => {
    if (!isMoving) return;
    const timer = setInterval(reload, everyMs);
    return () => clearInterval(timer);
  }, [isMoving, reload]);
  return { runs, failure, reload };
}
