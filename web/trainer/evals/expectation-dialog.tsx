import { type ReactElement, useId, useState } from 'react';
import type { CaseExpectation, EvalDraftCase } from '../../../server/contract/evals.ts';
import type { Failure } from '../../api/failure.ts';
import { sendJson } from '../../api/send-json.ts';
import { keepTogether } from '../../i18n/keep-together.ts';
import { useMessages } from '../../i18n/messages.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { FailureNote } from '../common/loaded.tsx';
import { RadioChoice } from '../common/radio-choice.tsx';
import { readFacts } from './read-facts.ts';
import { FormActions } from '../common/form-actions.tsx';

type Props = {
  readonly draft: EvalDraftCase;
  readonly onClose: () => void;
  readonly onSaved: (cases: readonly EvalDraftCase[]) => void;
};

const decisions = ['answer', 'abstain'] as const;

/** Where a trainer says what a right answer to a case is. */
export function ExpectationDialog({ draft, onClose, onSaved }: Props): ReactElement {
  const { evals } = useMessages();
  const { own } = evals;
  const id = useId();
  const [decision, setDecision] = useState(draft.expects?.decision ?? 'answer');
  const [text, setText] = useState(draft.expects?.facts.join('\n') ?? '');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const facts = decision === 'answer' ? readFacts(text) : [];
  const save = async (expectation: CaseExpectation) => {
    setBusy(true);
    const path = `/api/trainer/evals/cases/${encodeURIComponent(draft.caseId)}/expectation`;
    const result = await sendJson<readonly EvalDraftCase[]>('PUT', path, expectation);
    setBusy(false);
    if (result.ok) onSaved(result.value);
    else setFailure(result.failure);
  };
  return (
    <Dialog onClose={onClose} title={own.say}>
      <form
        className="trainer-form eval-start"
        onSubmit={(event) => {
          event.preventDefault();
          if (!busy && facts) void save({ decision, facts: [...facts] });
        }}
      >
        <p lang={draft.language}>{keepTogether(draft.turns.at(-1) ?? '')}</p>
        <fieldset className="choices">
          <legend>{own.decision}</legend>
          {decisions.map((one) => (
            <RadioChoice
              checked={decision === one}
              key={one}
              label={own.decisions[one]}
              name={id}
              onChoose={() => setDecision(one)}
            />
          ))}
        </fieldset>
        {decision === 'answer' && (
          <div className="field">
            <label htmlFor={`${id}-facts`}>{own.facts}</label>
            <textarea
              aria-describedby={`${id}-hint`}
              id={`${id}-facts`}
              onChange={(event) => setText(event.target.value)}
              rows={4}
              value={text}
            />
            <p className="trainer-hint" id={`${id}-hint`}>
              {own.factsHint}
            </p>
          </div>
        )}
        {facts === null && (
          <p className="failure" role="alert">
            {own.tooMany}
          </p>
        )}
        {failure && <FailureNote failure={failure} />}
        <FormActions disabled={busy || facts === null} onCancel={onClose} submit={own.save} />
      </form>
    </Dialog>
  );
}
