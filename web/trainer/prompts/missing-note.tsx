import type { ReactElement } from 'react';
import type { PromptVersion } from '../../../server/contract/evals.ts';
import { useMessages } from '../../i18n/messages.ts';

/** What a version leaves out that the tutor relies on, and what that would do. */
export function MissingNote({ missing }: Pick<PromptVersion, 'missing'>): ReactElement | null {
  const { prompts } = useMessages().evals;
  if (missing.length === 0) return null;
  return (
    <section className="eval-void">
      <h3>{prompts.missingTitle}</h3>
      <ul>
        {missing.map((need) => (
          <li key={need}>{prompts.missing[need]}</li>
        ))}
      </ul>
    </section>
  );
}
