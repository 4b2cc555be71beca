import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

const taskFolder = join(import.meta.dirname, '..', '..', 'corpus', 'tasks');

/** A course that is indexed at once: one short lesson, and these tasks of the project's own course. */
export async function draftCourse(
  ...tasks: readonly string[]
): Promise<Readonly<Record<string, string>>> {
  const files = await Promise.all(
    tasks.map(async (id) => {
      const name = `${id}.yaml`;
      return [`tasks/${name}`, await readFile(join(taskFolder, name), 'utf8')] as const;
    }),
  );
  const lesson = '# Kafka\n\nKafka est une plateforme distribuée de flux d’événements.\n';
  return { 'kafka.md': lesson, ...Object.fromEntries(files) };
}
