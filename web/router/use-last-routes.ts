import { useState } from 'react';
import type { PagePart, PageRoute } from './page-route.ts';

/** For each part of the page the last address that was open in it; null for one that has not been opened. */
export type LastRoutes = {
  readonly [Part in PagePart]: Extract<PageRoute, { part: Part }> | null;
};

/** Remembers where each part was left, so that coming back shows the same. */
export function useLastRoutes(route: PageRoute): LastRoutes {
  const [last, setLast] = useState<LastRoutes>({
    ...{ ask: null, draft: null, trainer: null, enter: null },
  });
  if (last[route.part] === route) return last;
  const next = { ...last, [route.part]: route };
  setLast(next);
  return next;
}
