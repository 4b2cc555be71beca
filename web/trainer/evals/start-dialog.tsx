import { type ReactElement, useId, useState } from 'react';
import type {
  EvalDraftCase,
  EvalGround,
  EvalRun,
  EvalVariant,
} from '../../../server/contract/evals.ts';
import type { Failure } from '../../api/failure.ts';
import { sendJson } from '../../api/send-json.ts';
import { useMessages } from '../../i18n/messages.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Loaded } from '../common/loaded.tsx';
import { useResource } from '../common/use-resource.ts';
import { CostEstimate } from './cost-estimate.tsx';
import { GroundChoice } from './ground-choice.tsx';
import { DetailedFailure } from '../common/detailed-failure.tsx';
import { modelName, variantWords } from './variant-name.ts';
import { FormActions } from '../common/form-actions.tsx';

type Props = {
  /** Chosen beforehand; empty for none. */
  readonly variant: string;
  /** The trainer's own. */
  readonly cases: readonly EvalDraftCase[];
  readonly onClose: () => void;
  readonly onStarted: () => void;
};

/** Asks what is to be evaluated, says what it will cost, and starts it. */
export function StartDialog({ variant, cases, onClose, onStarted }: Props): ReactElement {
  const { evals } = useMessages();
  const variants = useResource<readonly EvalVariant[]>('/api/trainer/evals/variants');
  return (
    <Dialog onClose={onClose} title={evals.start}>
      <Loaded resource={variants}>
        {(known) => (
          <StartForm
            cases={cases}
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
  cases,
  onClose,
  onStarted,
}: Omit<Props, 'variant'> & {
  readonly variants: readonly EvalVariant[];
  readonly chosen: EvalVariant | undefined;
}): ReactElement {
  const messages = useMessages();
  const { evals } = messages;
  const field = useId();
  const [id, setId] = useState(chosen?.id ?? '');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [ground, setGround] = useState<EvalGround>('shipped');
  // Recorded replies are those to the cases of Repère.
  const offered = variants.filter(({ model }) => ground === 'shipped' || model !== 'recorded');
  const variant = offered.find((one) => one.id === id);
  const words = variant && variantWords(variant, messages);
  const start = async () => {
    setBusy(true);
    setFailure(null);
    const result = await sendJson<EvalRun>('POST', '/api/trainer/evals/runs', {
      ...{ variant: id, ground },
    });
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
      <p>{ground === 'own' ? evals.own.leadOwn : evals.chooseLead}</p>
      <div className="field">
        <label htmlFor={field}>{evals.choose}</label>
        <select
          id={field}
          onChange={(event) => setId(event.target.value)}
          value={variant?.id ?? ''}
        >
          {offered.map((one) => (
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
      <GroundChoice cases={cases} ground={ground} onChoose={setGround} />
      {variant && <CostEstimate ground={ground} key={`${id} ${ground}`} variant={variant} />}
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
      <FormActions
        disabled={busy || !variant}
        onCancel={onClose}
        submit={busy ? evals.beginning : evals.begin}
      />
    </form>
  );
}
