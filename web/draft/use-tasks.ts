import { useCallback, useEffect, useState } from 'react';
import type { TaskView } from '../../server/contract/critiques.ts';
import { getJson, type Fetched } from '../api/get-json.ts';

/** The tasks that the course sets: null until the server has answered. `reload` asks again. */
export function useTasks(): {
  readonly tasks: Fetched<readonly TaskView[]> | null;
  reload(): void;
} {
  const [tasks, setTasks] = useState<Fetched<readonly TaskView[]> | null>(null);
  const reload = useCallback(() => {
    void getJson<readonly TaskView[]>('/api/tasks').then(setTasks);
  }, []);
  useEffect(reload, [reload]);
  return { tasks, reload };
}
