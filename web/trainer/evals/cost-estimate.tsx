import type { ReactElement } from 'react';
import type { EvalEstimate, EvalGround, EvalVariant } from '../../../server/contract/evals.ts';
import { useMessages } from '../../i18n/messages.ts';
import { DetailedFailure } from '../common/detailed-failure.tsx';
import { useSlowJson } from './use-slow-json.ts';

type Props = { readonly variant: EvalVariant; readonly ground: EvalGround };

/** What evaluating a variant will cost, from above; models on this server cost nothing, and are not asked for. */
export function CostEstimate({ variant, ground }: Props): ReactElement | null {
  const { evals } = useMessages();
  const { id, model, prompt } = variant;
  if (model === '') return null;
  if (model === 'recorded') return <p>{evals.recordedCost}</p>;
  if (model !== 'offline') return <EndpointCost ground={ground} variant={id} />;
  return (
    <>
      <p>{evals.offlineCost}</p>
      {prompt !== null && <p className="eval-caution">{evals.offlinePrompt}</p>}
    </>
  );
}

function EndpointCost({ variant, ground }: { variant: string; ground: EvalGround }): ReactElement {
  const { evals } = useMessages();
  const { state, retry } = useSlowJson<EvalEstimate>(
    `/api/trainer/evals/estimate?variant=${encodeURIComponent(variant)}&ground=${ground}`,
  );
  if (state === null) return <p role="status">{evals.estimating}</p>;
  if (!state.ok) return <DetailedFailure failure={state.failure} onRetry={retry} />;
  const { cases, cached, calls, tokensIn, tokensOut, costUsd } = state.value;
  return (
    <div className="eval-cost" role="status">
      <p>{evals.estimate(cases, cached)}</p>
      <p>{evals.calls(calls, tokensIn + tokensOut)}</p>
      <p className="trainer-summary">{costUsd === null ? evals.noPrice : evals.dollars(costUsd)}</p>
    </div>
  );
}
