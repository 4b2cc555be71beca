import { type ReactElement, useState } from 'react';
import type { EvalDraftCase } from '../../../server/contract/evals.ts';
import { keepTogether } from '../../i18n/keep-together.ts';
import { useMessages } from '../../i18n/messages.ts';
import { Loaded } from '../common/loaded.tsx';
import { PlainAnswer } from '../common/plain-answer.tsx';
import type { Resource } from '../common/use-resource.ts';
import { ExpectationDialog } from './expectation-dialog.tsx';
import { ExpectationNote } from './expectation-note.tsx';

type Props = {
  readonly resource: Resource<readonly EvalDraftCase[]>;
  /** Whether the cases can join those that come with Repère: they are about the same course. */
  readonly shipped: boolean;
};

/** The cases that were made of what students share, and what the trainer expects of each. */
export function DraftCases({ resource, shipped }: Props): ReactElement {
  const { evals } = useMessages();
  const { drafts } = evals;
  const [chosen, setChosen] = useState<EvalDraftCase | null>(null);
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
                  <DraftCase draft={one} key={one.caseId} onSay={() => setChosen(one)} />
                ))}
              </ul>
              {shipped && (
                <details className="trainer-help">
                  <summary>{drafts.how}</summary>
                  <p>{drafts.howText}</p>
                </details>
              )}
            </>
          )
        }
      </Loaded>
      {chosen && (
        <ExpectationDialog
          draft={chosen}
          onClose={() => setChosen(null)}
          onSaved={(cases) => {
            resource.replace(cases);
            setChosen(null);
          }}
        />
      )}
    </section>
  );
}

type CaseProps = { readonly draft: EvalDraftCase; readonly onSay: () => void };

function DraftCase({ draft, onSay }: CaseProps): ReactElement {
  const { evals } = useMessages();
  const { caseId, language, turns, text } = draft;
  return (
    <li className="shared-turn">
      <h4 lang={language}>{keepTogether(turns.at(-1) ?? caseId)}</h4>
      {turns.length > 1 && (
        <p className="trainer-hint" lang={language}>
          {keepTogether(turns.slice(0, -1).join(' › '))}
        </p>
      )}
      <ExpectationNote draft={draft} onSay={onSay} />
      {text !== null && (
        <details>
          <summary>{evals.drafts.answered}</summary>
          <PlainAnswer language={language} text={text} />
        </details>
      )}
    </li>
  );
}
