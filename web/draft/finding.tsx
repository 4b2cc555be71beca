import type { ReactElement } from 'react';
import type { Finding as Found, ProgressItem } from '../../server/contract/critiques.ts';
import { useMessages } from '../i18n/messages.ts';

/** What was found of a criterion, in words. */
export function Finding({ finding }: { finding: Found }): ReactElement {
  const { draft } = useMessages();
  return <span className={`finding ${finding}`}>{draft.finding[finding]}</span>;
}

/** What became of a point since the draft before, in words. */
export function Change({ change }: { change: ProgressItem['change'] }): ReactElement {
  const { draft } = useMessages();
  return <span className={`finding ${change}`}>{draft.change[change]}</span>;
}
