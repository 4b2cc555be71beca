import { createJsonItems } from './json-items.ts';
import { parseCriterion } from './model-reply.ts';
import type { Task } from './task-schema.ts';

/**
 * Tells, while a model's reply comes, which criteria it is done with: those whose object is closed and fits. Nothing of
 * what is said of them; that waits for the whole reply and its quotations.
 *
 * @returns a reader: it takes the next piece and gives the ids of the criteria that end in it, each once
 */
export function createCriteriaSoFar(
  task: Pick<Task, 'criteria'>,
): (piece: string) => readonly string[] {
  const items = createJsonItems('criteria');
  const unread = new Set(task.criteria.map(({ id }) => id));
  return (piece) =>
    items(piece).flatMap((item) => {
      const id = parseCriterion(item)?.id;
      return id !== undefined && unread.delete(id) ? [id] : [];
    });
}
