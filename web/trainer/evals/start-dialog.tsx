import { type ReactElement, useId, useState } from 'react';
import type { EvalRun, EvalVariant } from '../../../server/contract/evals.ts';
import type { Failure } from '../../api/failure.ts';
import { sendJson } from '../../api/send-json.ts';
import { useMessages } from '../../i18n/messages.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Loaded } from '../common/loaded.tsx';
import { useResource } from '../common/use-resource.ts';
import { CostEstimate } from './cost-estimate.tsx';
import { DetailedFailure } from '../common/detailed-failure.tsx';
import { modelName, variantWords } from './variant-name.ts';

type Props = {
  /** Chosen beforehand; empty for none. */
  readonly variant: string;
  readonly onClose: () => void;
  readonly onStarted: () => void;
};

/** Asks what is to be evaluated, says what it will cost, and starts it. */
export function StartDialog({ variant, onClose, onStarted }: Props): ReactElement {
  const { evals } = useMessages();
  const variants = useResource<readonly EvalVariant[]>('/api/trainer/evals/variants');
  return (
    <Dialog onClose={onClose} title={evals.start}>
      <Loaded resource={variants}>
        {(known) => (
          <StartForm
            chosen={known.find(({ id }) => id === variant) ?? known.find(isUsual) ?? known[0]}
            onClose={onClose}
            onStarted={onStarted}
            variants={known}
          />
        )}
      </Loaded>
    </Dialog>
  );
}

const isUsual = ({ id }: EvalVariant): boolean => id === 'main';

function StartForm({
  variants,
  chosen,
  onClose,
  onStarted,
}: Omit<Props, 'variant'> & {
  readonly variants: readonly EvalVariant[];
  readonly chosen: EvalVariant | undefined;
}): ReactElement {
  const messages = useMessages();
  const { evals, common } = messages;
  const field = useId();
  const [id, setId] = useState(chosen?.id ?? '');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const variant = variants.find((one) => one.id === id);
  const words = variant && variantWords(variant, messages);
  const start = async () => {
    setBusy(true);
    setFailure(null);
    const result = await sendJson<EvalRun>('POST', '/api/trainer/evals/runs', { variant: id });
    setBusy(false);
    if (result.ok) onStarted();
    else setFailure(result.failure);
  };
  return (
    <form
      className="trainer-form eval-start"
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) void start();
      }}
    >
      <p>{evals.chooseLead}</p>
      <div className="field">
        <label htmlFor={field}>{evals.choose}</label>
        <select id={field} onChange={(event) => setId(event.target.value)} value={id}>
          {variants.map((one) => (
            <option key={one.id} value={one.id}>
              {variantWords(one, messages).name}
            </option>
          ))}
        </select>
        {words && (
          <p className="trainer-hint">
            <span>{words.description}</span>{' '}
            {variant && variant.model !== '' && `(${modelName(variant.model, messages)})`}
          </p>
        )}
      </div>
      {variant && <CostEstimate key={id} variant={variant} />}
      {failure?.code === 'conflict' ? (
        <p className="failure" role="alert">
          {evals.busy}
        </p>
      ) : (
        failure && <DetailedFailure failure={failure} />
      )}
      <p className="trainer-hint" role="status">
        {busy ? evals.beginningNote : ''}
      </p>
      <div className="actions">
        <button onClick={onClose} type="button">
          {common.cancel}
        </button>
        <button className="primary" disabled={busy || !variant} type="submit">
          {busy ? evals.beginning : evals.begin}
        </button>
      </div>
    </form>
  );
}
