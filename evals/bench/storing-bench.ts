import { percentile } from '../statistics/percentile.ts';
import type { Course } from './course.ts';
import { serveCourse } from '../suites/serve-course.ts';
import { timeStream } from '../suites/time-stream.ts';

/** What the store takes of a student's time, in milliseconds per question. */
export type StoringTimes = {
  /** To the first piece of text, from the tutor in this process. */
  readonly toldMs: readonly number[];
  /** The same over HTTP, with everything stored. */
  readonly servedMs: readonly number[];
};

/** Asks the same questions of a tutor and of a server over it, in turns, so that a busy machine slows both. */
export async function measureStoring(
  course: Course,
  questions: readonly string[],
): Promise<StoringTimes> {
  const served = await serveCourse(course);
  const signal = new AbortController().signal;
  const toldMs: number[] = [];
  const servedMs: number[] = [];
  try {
    for (const question of questions) {
      toldMs.push(await firstTextMs(course, question));
      const { ttftMs } = await timeStream(served, question, signal);
      if (ttftMs !== null) servedMs.push(ttftMs);
    }
  } finally {
    await served.close();
  }
  return { toldMs, servedMs };
}

async function firstTextMs({ tutor }: Course, question: string): Promise<number> {
  const started = performance.now();
  let first: number | null = null;
  for await (const event of tutor.answer({ question }, new AbortController().signal)) {
    if (event.type === 'text-delta') first ??= performance.now() - started;
  }
  return first ?? performance.now() - started;
}

/** What being served and stored adds to the median wait, in milliseconds. */
export const addedMs = ({ toldMs, servedMs }: StoringTimes): number =>
  (percentile(servedMs, 0.5) ?? 0) - (percentile(toldMs, 0.5) ?? 0);
