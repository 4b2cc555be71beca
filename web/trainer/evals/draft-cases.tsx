import type { ReactElement } from 'react';
import type { EvalDraftCase } from '../../../server/contract/evals.ts';
import { useMessages } from '../../i18n/messages.ts';
import { Loaded } from '../common/loaded.tsx';
import { PlainAnswer } from '../common/plain-answer.tsx';
import { useResource } from '../common/use-resource.ts';

/** Cases that were made of what students share, and that somebody has to finish. */
export function DraftCases(): ReactElement {
  const { evals } = useMessages();
  const { drafts } = evals;
  const resource = useResource<readonly EvalDraftCase[]>('/api/trainer/evals/cases');
  return (
    <section className="trainer-section">
      <h3>{drafts.title}</h3>
      <p className="trainer-hint">{drafts.lead}</p>
      <Loaded resource={resource}>
        {(cases) =>
          cases.length === 0 ? (
            <p>{drafts.empty}</p>
          ) : (
            <>
              <ul className="shared-turns">
                {cases.map((one) => (
                  <DraftCase draft={one} key={one.caseId} />
                ))}
              </ul>
              <details className="trainer-help">
                <summary>{drafts.how}</summary>
                <p>{drafts.howText}</p>
              </details>
            </>
          )
        }
      </Loaded>
    </section>
  );
}

function DraftCase({ draft }: { readonly draft: EvalDraftCase }): ReactElement {
  const { evals } = useMessages();
  const { caseId, language, turns, text } = draft;
  return (
    <li className="shared-turn">
      <h4 lang={language}>{turns.at(-1)}</h4>
      {turns.length > 1 && (
        <p className="trainer-hint" lang={language}>
          {turns.slice(0, -1).join(' › ')}
        </p>
      )}
      <p className="trainer-meta">
        <code>{caseId}</code>
      </p>
      {text !== null && (
        <details>
          <summary>{evals.drafts.answered}</summary>
          <PlainAnswer language={language} text={text} />
        </details>
      )}
    </li>
  );
}
