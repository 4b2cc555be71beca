import { useSyncExternalStore } from 'react';
import { pathOf } from '../router/page-route.ts';

/** Address of a draft beside the one before it. */
export const comparePath = (draftId: string): string =>
  `${pathOf({ part: 'draft', draftId })}/compare`;

/** Whether the address asks for a draft beside the one before it. */
export function useCompared(): boolean {
  return useSyncExternalStore(subscribe, () => location.pathname.endsWith('/compare'));
}

function subscribe(onChange: () => void): () => void {
  addEventListener('popstate', onChange);
  return () => removeEventListener('popstate', onChange);
}
