import type { ReactElement } from 'react';
import type { EvalDraftCase } from '../../../server/contract/evals.ts';
import { useMessages } from '../../i18n/messages.ts';

type Props = { readonly draft: EvalDraftCase; readonly onSay: () => void };

/** What the trainer expects of a case, or that it was not said yet, and the way to say it. */
export function ExpectationNote({ draft, onSay }: Props): ReactElement {
  const { own } = useMessages().evals;
  const { expects, turns } = draft;
  const question = turns.at(-1) ?? '';
  if (expects === null)
    return (
      <>
        <p className="trainer-hint">{own.notSaid}</p>
        <button aria-label={own.sayName(question)} onClick={onSay} type="button">
          {own.say}
        </button>
      </>
    );
  const { decision, facts } = expects;
  const between = `${own.factEnd}, ${own.factStart}`;
  const isLong = decision === 'answer' && facts.length > 0;
  return (
    <div className="expectation">
      <p>
        <strong>{own.expects}</strong>{' '}
        {isLong ? own.expected.with(facts.join(between)) : own.expected[decision]}
      </p>
      <button
        aria-label={own.changeName(question)}
        className="as-link"
        onClick={onSay}
        type="button"
      >
        {own.change}
      </button>
    </div>
  );
}
