import { type ReactElement, useId, useState } from 'react';
import type { EnteredView, PseudonymsView } from '../../server/contract/access.ts';
import type { Failure } from '../api/failure.ts';
import { sendJson } from '../api/send-json.ts';
import { errorSentence } from '../i18n/error-sentence.ts';
import { useMessages } from '../i18n/messages.ts';
import type { EntryStep } from './entry-step.ts';
import { StepHeading } from './step-heading.tsx';

type Props = {
  readonly code: string;
  readonly offer: PseudonymsView;
  readonly onGo: (step: EntryStep) => void;
};

/** How many are shown at once: the button below them is then in sight on a phone. */
const shownAtOnce = 6;

/** The choice of a pseudonym among those that nobody in the class has. */
export function ChooseStep({ code, offer: first, onGo }: Props): ReactElement {
  const messages = useMessages();
  const { access } = messages;
  const group = useId();
  const [{ offer, from }, setPage] = useState({ offer: first, from: 0 });
  const [chosen, setChosen] = useState(first.pseudonyms[0] ?? '');
  const [problem, setProblem] = useState<string | null>(null);
  const tell = (failure: Failure) => setProblem(errorSentence(messages, failure));

  const turnTo = (view: PseudonymsView, at: number) => {
    setPage({ offer: view, from: at });
    setChosen(view.pseudonyms[at] ?? '');
  };
  const askForOthers = async () => {
    const result = await sendJson<PseudonymsView>('POST', '/api/session/pseudonyms', { code });
    if (!result.ok) return tell(result.failure);
    turnTo(result.value, 0);
  };
  const showOthers = async () => {
    setProblem(null);
    const next = from + shownAtOnce;
    if (next < offer.pseudonyms.length) turnTo(offer, next);
    else await askForOthers();
  };
  const enter = async () => {
    const result = await sendJson<EnteredView>('POST', '/api/session/student', {
      code,
      ...(chosen !== '' && { pseudonym: chosen }),
    });
    if (result.ok) return onGo({ step: 'noted', entered: result.value });
    if (result.failure.code !== 'conflict') return tell(result.failure);
    await askForOthers();
    setProblem(access.taken);
  };
  return (
    <section className="entry-step">
      <StepHeading focus text={access.chooseTitle} />
      <p>{access.chooseIntro(offer.className)}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void enter();
        }}
      >
        {offer.pseudonyms.length === 0 && <p className="failure">{access.classFull}</p>}
        <fieldset className="pseudonyms" hidden={offer.pseudonyms.length === 0}>
          <legend className="visually-hidden">{access.pseudonyms}</legend>
          {offer.pseudonyms.slice(from, from + shownAtOnce).map((pseudonym) => (
            <label key={pseudonym}>
              <input
                checked={chosen === pseudonym}
                name={group}
                onChange={() => setChosen(pseudonym)}
                type="radio"
              />
              <span lang="fr">{pseudonym}</span>
            </label>
          ))}
        </fieldset>
        {offer.pseudonyms.length > 0 && (
          <button onClick={() => void showOthers()} type="button">
            {access.others}
          </button>
        )}
        <p className="failure" role="alert">
          {problem}
        </p>
        {offer.pseudonyms.length > 0 && (
          <button className="primary" type="submit">
            {access.choose}
          </button>
        )}
      </form>
      <button className="as-link" onClick={() => onGo({ step: 'code' })} type="button">
        {access.back}
      </button>
    </section>
  );
}
