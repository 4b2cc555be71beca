import type { ReactElement } from 'react';
import type { EvalReply } from '../../../server/contract/evals.ts';
import type { Messages } from '../../i18n/messages.ts';
import { useMessages } from '../../i18n/messages.ts';
import { PlainAnswer } from '../common/plain-answer.tsx';

/** What came of a case in one run: the decision, the answer, the passages found. */
export function EvalSide({
  title,
  reply,
  language,
}: {
  /** Which run; left out where there is but one. */
  readonly title?: string;
  readonly reply: EvalReply;
  readonly language: string;
}): ReactElement {
  const { evals } = useMessages();
  const { text, found } = reply;
  return (
    <div className="eval-side">
      {title !== undefined && <h4>{title}</h4>}
      <p className="trainer-hint">{decisionText(reply, evals)}</p>
      {text !== '' && <PlainAnswer language={language} text={text} />}
      {text === '' && found.length === 0 && <p>{evals.nothingFound}</p>}
      {found.length > 0 && (
        <details open={text === ''}>
          <summary>{evals.found}</summary>
          {/* The sections' names are the course's, in its language. */}
          <ol className="eval-found">
            {found.map((section, at) => (
              <li key={at}>{section}</li>
            ))}
          </ol>
        </details>
      )}
    </div>
  );
}

const decisionText = ({ decision }: EvalReply, { decisions }: Messages['evals']): string =>
  Object.hasOwn(decisions, decision) ? decisions[decision as keyof typeof decisions] : '';
