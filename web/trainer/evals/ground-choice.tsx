import { type ReactElement, useId } from 'react';
import type { EvalDraftCase, EvalGround } from '../../../server/contract/evals.ts';
import { useMessages } from '../../i18n/messages.ts';
import { RadioChoice } from '../common/radio-choice.tsx';

type Props = {
  readonly cases: readonly EvalDraftCase[];
  readonly ground: EvalGround;
  readonly onChoose: (ground: EvalGround) => void;
};

/** What is measured: the cases that come with Repère, or the trainer's own on the course that serves. */
export function GroundChoice({ cases, ground, onChoose }: Props): ReactElement {
  const { own } = useMessages().evals;
  const name = useId();
  const unsaid = cases.filter(({ expects }) => expects === null).length;
  const choice = (one: EvalGround, label: string) => (
    <RadioChoice
      checked={ground === one}
      disabled={one === 'own' && cases.length === 0}
      label={label}
      name={name}
      onChoose={() => onChoose(one)}
    />
  );
  return (
    <fieldset className="choices">
      <legend>{own.ground}</legend>
      {choice('shipped', own.grounds.shipped)}
      {choice('own', own.grounds.own(cases.length))}
      {cases.length === 0 && <p className="trainer-hint">{own.noOwn}</p>}
      {ground === 'own' && unsaid > 0 && <p className="trainer-hint">{own.unsaid(unsaid)}</p>}
    </fieldset>
  );
}
