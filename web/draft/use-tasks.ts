import { useEffect, useState } from 'react';
import type { TaskView } from '../../server/contract/critiques.ts';
import { getJson, type Fetched } from '../api/get-json.ts';

/** The tasks that the course sets: null until the server has answered. */
export function useTasks(): Fetched<readonly TaskView[]> | null {
  const [tasks, setTasks] = useState<Fetched<readonly TaskView[]> | null>(null);
  useEffect(() => {
    void getJson<readonly TaskView[]>('/api/tasks').then(setTasks);
  }, []);
  return tasks;
}
