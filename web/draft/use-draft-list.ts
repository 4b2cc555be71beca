import { useCallback, useEffect, useState } from 'react';
import type { DraftSummary } from '../../server/contract/drafts.ts';
import { getJson, type Fetched } from '../api/get-json.ts';
import { useOtherTabs } from '../api/use-other-tabs.ts';

/**
 * The drafts that the server has of this student, newest first: null until it has answered. `reload` says that they
 * changed, here and to the other tabs.
 */
export function useDraftList(active: boolean): {
  readonly drafts: Fetched<readonly DraftSummary[]> | null;
  reload(): void;
} {
  const [drafts, setDrafts] = useState<Fetched<readonly DraftSummary[]> | null>(null);
  const fetchList = useCallback(() => {
    void getJson<readonly DraftSummary[]>('/api/drafts').then((next) =>
      // A list that cannot be had now is still better known than not at all.
      setDrafts((before) => (before?.ok && !next.ok ? before : next)),
    );
  }, []);
  useEffect(() => {
    if (active) fetchList();
  }, [active, fetchList]);
  const { tell } = useOtherTabs('drafts', fetchList);
  const reload = useCallback(() => {
    fetchList();
    tell();
  }, [fetchList, tell]);
  return { drafts, reload };
}
