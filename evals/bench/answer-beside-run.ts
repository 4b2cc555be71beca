import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEvalDesk } from '../desk/create-eval-desk.ts';
import type { Course } from './course.ts';
import { playCase } from './play-case.ts';

/**
 * Times answers while a run that a trainer started is going on beside them; milliseconds each. Ends with the run, or
 * when every conversation was had.
 */
export async function answerBesideRun(
  { tutor }: Pick<Course, 'tutor'>,
  conversations: readonly (readonly string[])[],
): Promise<readonly number[]> {
  const dataDir = await mkdtemp(join(tmpdir(), 'repere-beside-'));
  const desk = await createEvalDesk({
    ...{ dataDir, endpoint: null, prompts: () => Promise.resolve([]) },
  });
  try {
    await desk.start('main');
    const times: number[] = [];
    for (const turns of conversations) {
      times.push((await playCase(turns, tutor)).latencyMs);
      if ((await desk.runs())[0]?.status !== 'running') break;
    }
    return times;
  } finally {
    await desk.close();
    await rm(dataDir, { recursive: true, force: true });
  }
}
