import { useState, type ReactElement } from 'react';
import type { EndpointView } from '../../../server/contract/oversight.ts';
import { sendJson } from '../../api/send-json.ts';
import type { Failure } from '../../api/failure.ts';
import { useMessages } from '../../i18n/messages.ts';
import { FailureNote, Loaded } from '../common/loaded.tsx';
import { useResource } from '../common/use-resource.ts';
import { endpointNeedsAction } from '../overview/endpoint-needs-action.ts';

/** Which model answers, whether it does, and a way to ask it now. */
export function EndpointSection(): ReactElement {
  const { trainer } = useMessages();
  const { settings } = trainer;
  const resource = useResource<EndpointView>('/api/trainer/endpoint');
  const [state, setState] = useState<'idle' | 'busy' | 'checked' | Failure>('idle');
  const check = async () => {
    setState('busy');
    const result = await sendJson<EndpointView>('POST', '/api/trainer/endpoint/check');
    setState(result.ok ? 'checked' : result.failure);
    if (result.ok) resource.replace(result.value);
  };
  return (
    <section className="trainer-section">
      <h3>{settings.endpointTitle}</h3>
      <Loaded resource={resource}>
        {(endpoint) => (
          <>
            <EndpointState endpoint={endpoint} />
            {endpoint.state !== 'offline' && (
              <div className="actions">
                <button disabled={state === 'busy'} onClick={() => void check()} type="button">
                  {state === 'busy' ? trainer.working : settings.check}
                </button>
              </div>
            )}
          </>
        )}
      </Loaded>
      <p role="status">{state === 'checked' ? settings.checked : ''}</p>
      {typeof state === 'object' && <FailureNote failure={state} />}
    </section>
  );
}

/** What is known of the model's endpoint, in words. */
export function EndpointState({ endpoint }: { readonly endpoint: EndpointView }): ReactElement {
  const { trainer, common } = useMessages();
  const { settings } = trainer;
  const { state, model, host, checkedAt } = endpoint;
  const grave = endpointNeedsAction(endpoint);
  return (
    <div className={grave ? 'endpoint grave' : 'endpoint'}>
      <p>
        <span className={grave ? 'status failed' : 'status ready'}>{settings.states[state]}</span>
      </p>
      <p>{settings.statesExplained[state]}</p>
      {state !== 'offline' && (
        <dl className="who">
          <dt>{settings.endpointModel}</dt>
          <dd>{model}</dd>
          <dt>{settings.endpointHost}</dt>
          <dd>{host}</dd>
          <dt>{settings.endpointChecked}</dt>
          <dd>{checkedAt === null ? settings.endpointNever : common.moment(checkedAt)}</dd>
        </dl>
      )}
    </div>
  );
}
