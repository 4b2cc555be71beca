import { type ReactElement, useState } from 'react';
import type { EvalRun } from '../../../server/contract/evals.ts';
import { sendJson } from '../../api/send-json.ts';
import { useMessages } from '../../i18n/messages.ts';
import { runName } from './variant-name.ts';

type Props = { readonly running: EvalRun | undefined; readonly onChange: () => void };

/** How far the evaluation under way is, and how to stop it; its end is told once. */
export function RunningRun({ running, onChange }: Props): ReactElement {
  const messages = useMessages();
  const { evals } = messages;
  const run = running?.run ?? null;
  const [seen, setSeen] = useState(run);
  const [ended, setEnded] = useState(false);
  if (seen !== run) {
    setSeen(run);
    setEnded(run === null);
  }
  return (
    <>
      <p className="trainer-summary" role="status">
        {ended ? evals.ended : ''}
      </p>
      {running && (
        <section className="ingestion">
          <h3>{runName(running, messages)}</h3>
          <progress
            aria-label={runName(running, messages)}
            max={Math.max(1, running.of)}
            value={running.cases}
          />
          <p>{evals.progress(running.cases, running.of)}</p>
          <Stop key={running.run} onChange={onChange} run={running.run} />
        </section>
      )}
    </>
  );
}

function Stop({ run, onChange }: { run: string; onChange: () => void }): ReactElement {
  const { evals } = useMessages();
  const [state, setState] = useState<'ready' | 'busy' | 'failed'>('ready');
  const stop = async () => {
    setState('busy');
    const path = `/api/trainer/evals/runs/${encodeURIComponent(run)}/stop`;
    const result = await sendJson<EvalRun>('POST', path);
    setState(result.ok ? 'ready' : 'failed');
    onChange();
  };
  return (
    <div className="eval-stop">
      <button disabled={state === 'busy'} onClick={() => void stop()} type="button">
        {state === 'busy' ? evals.stopping : evals.stop}
      </button>
      {state === 'failed' ? (
        <p className="failure" role="alert">
          {evals.stopFailed}
        </p>
      ) : (
        <p className="trainer-hint">{evals.stopExplained}</p>
      )}
    </div>
  );
}
