import type { ReactElement } from 'react';
import { useMessages } from '../../i18n/messages.ts';

/** A sentence of the program, in English as the program speaks. */
export function ProgramSays({ sentence }: { readonly sentence: string }): ReactElement {
  const { evals } = useMessages();
  return (
    <details className="trainer-help">
      <summary>{evals.program}</summary>
      <p className="program-says" lang="en">
        {sentence}
      </p>
    </details>
  );
}
