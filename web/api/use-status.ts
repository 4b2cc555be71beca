import { useCallback, useEffect, useState } from 'react';
import type { Status } from '../../server/contract/course.ts';
import { getJson, type Fetched } from './get-json.ts';

/** What the server says of itself: null until it has answered. `reload` asks again. */
export function useStatus(): { status: Fetched<Status> | null; reload: () => void } {
  const [status, setStatus] = useState<Fetched<Status> | null>(null);
  const reload = useCallback(() => {
    void getJson<Status>('/api/status').then(setStatus);
  }, []);
  useEffect(reload, [reload]);
  return { status, reload };
}
