import type { ReactElement } from 'react';
import type { Status } from '../../server/contract/course.ts';
import type { Fetched } from '../api/get-json.ts';
import { errorSentence } from '../i18n/error-sentence.ts';
import type { PageLanguage } from '../i18n/language.ts';
import { useMessages } from '../i18n/messages.ts';
import { Link } from '../router/link.tsx';

type Props = {
  status: Fetched<Status> | null;
  language: PageLanguage;
  onPick: (question: string) => void;
  onReload: () => void;
  /** True in the class that asks for no code: who has one is shown the way. */
  inOpenClass: boolean;
};

/** The page before the first question: what to expect, and a few questions that fill the composer. */
export function Intro({ status, language, onPick, onReload, inOpenClass }: Props): ReactElement {
  const messages = useMessages();
  const all = status?.ok ? status.value.starters : [];
  const own = all.filter((starter) => starter.language === language);
  // A course in one language only still has something to show in the other.
  const starters = own.length > 0 ? own : all;
  return (
    <div className="intro">
      <h2>{messages.ask.introTitle}</h2>
      <p>{messages.ask.intro}</p>
      {status?.ok === false && (
        <div className="ending">
          <p className="failure" role="alert">
            {errorSentence(messages, status.failure)}
          </p>
          <button onClick={onReload} type="button">
            {messages.common.retry}
          </button>
        </div>
      )}
      {starters.length > 0 && (
        <>
          <h3 id="starters">{messages.ask.startersTitle}</h3>
          <ul aria-labelledby="starters" className="starters">
            {starters.map((starter) => (
              <li key={starter.question}>
                <button
                  lang={starter.language}
                  onClick={() => onPick(starter.question)}
                  type="button"
                >
                  {starter.question}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      {inOpenClass && (
        <p className="intro-code">
          <Link to="/enter">{messages.access.haveCode}</Link>
        </p>
      )}
    </div>
  );
}
