import { useState, type ReactElement } from 'react';
import type { NewCaseView } from '../../../server/contract/evals.ts';
import type { SharedTurn } from '../../../server/contract/oversight.ts';
import type { Failure } from '../../api/failure.ts';
import { sendJson } from '../../api/send-json.ts';
import { keepTogether } from '../../i18n/keep-together.ts';
import { useMessages } from '../../i18n/messages.ts';
import { Link } from '../../router/link.tsx';
import type { OpenPlace } from '../../sources/use-document-panel.ts';
import { FailureNote } from '../common/loaded.tsx';
import { trainerPath } from '../trainer-parts.ts';
import { SharedAnswer } from './shared-answer.tsx';

/** A question and its answer that a student shows, and the way to make an evaluation case of it. */
export function SharedTurnItem({
  turn,
  onOpen,
}: {
  readonly turn: SharedTurn;
  readonly onOpen: OpenPlace;
}): ReactElement {
  const { trainer } = useMessages();
  const { ratings } = trainer;
  const { question, language, helpful, reasons } = turn;
  return (
    <li className="shared-turn">
      <h4 lang={language}>{keepTogether(question)}</h4>
      <p className="trainer-meta">
        <strong>{helpful ? ratings.wasHelpful : ratings.wasNotHelpful}</strong>
        {reasons.map((reason) => (
          <span key={reason}>{ratings.reasons[reason]}</span>
        ))}
      </p>
      <details>
        <summary>{ratings.answer}</summary>
        <SharedAnswer onOpen={onOpen} turn={turn} />
      </details>
      <CaseMaker turn={turn} />
    </li>
  );
}

function CaseMaker({
  turn: { turnId, question, caseId },
}: {
  readonly turn: SharedTurn;
}): ReactElement {
  const { trainer } = useMessages();
  const { ratings } = trainer;
  const [made, setMade] = useState<NewCaseView | null>(null);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const make = async () => {
    setBusy(true);
    const result = await sendJson<NewCaseView>('POST', '/api/trainer/evals/cases', { turnId });
    setBusy(false);
    setFailure(result.ok ? null : result.failure);
    if (result.ok) setMade(result.value);
  };
  const id = made?.caseId ?? caseId;
  return (
    <div className="case-maker">
      {id === null && (
        <button
          aria-label={ratings.makeCaseName(question)}
          disabled={busy}
          onClick={() => void make()}
          type="button"
        >
          {busy ? trainer.working : ratings.makeCase}
        </button>
      )}
      <p role="status">{made ? ratings.caseReplaced(made.replaced) : ''}</p>
      {id !== null && (
        <p className="trainer-meta">
          <span>{ratings.caseMade(id)}</span>
          <Link to={trainerPath('evals')}>{ratings.toEvals}</Link>
        </p>
      )}
      {failure && <FailureNote failure={failure} />}
    </div>
  );
}
