import { useMemo, useSyncExternalStore } from 'react';
import { parseRoute, type PageRoute } from './page-route.ts';

/** What the address names; follows links, `navigate`, and the history. */
export function useRoute(): PageRoute {
  const path = useSyncExternalStore(subscribe, () => location.pathname);
  return useMemo(() => parseRoute(path), [path]);
}

function subscribe(onChange: () => void): () => void {
  addEventListener('popstate', onChange);
  return () => removeEventListener('popstate', onChange);
}
