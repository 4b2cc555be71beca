import { readingsPerDay } from '../../contract/drafts.ts';
import { TutorError } from '../../errors.ts';
import type { RecentDraft } from '../../storage/find-drafts.ts';

const dayMs = 86_400_000;

/** Drafts being read at once: each takes the processor, or the endpoint, for longer than a question. */
const mostAtOnce = 8;

/** One student's drafts being read at once. */
const mostOfOne = 2;

/** How long to wait for a reading under way, in seconds. */
const readingSeconds = 5;

/** How often drafts may be read. */
export type ReadingLimits = {
  /**
   * Refuses one reading too many of a task by a student.
   * @param recent the drafts of that task that the student sent in the last 24 hours
   * @throws {TutorError} `too-many-requests`, whose cause says when to come back
   */
  checkDay(student: string, task: string, recent: readonly RecentDraft[]): void;
  /** Counts a reading that the stored drafts do not tell of: of one that was deleted, or read a second time. */
  alsoCount(student: string, task: string, at: string): void;
};

/** Creates limits; what the stored drafts do not tell is forgotten with the process. */
export function createReadingLimits(now: () => Date): ReadingLimits {
  const others = new Map<string, readonly string[]>();
  const isRecent = (at: string) => Date.parse(at) > now().getTime() - dayMs;
  const key = (student: string, task: string) => `${student} ${task}`;
  return {
    checkDay(student, task, recent) {
      const times = [
        ...recent.filter(({ status }) => status !== 'failed' && status !== 'interrupted'),
        ...(others.get(key(student, task)) ?? []).map((createdAt) => ({ createdAt })),
      ]
        .map(({ createdAt }) => createdAt)
        .filter(isRecent)
        .sort();
      const oldest = times.at(-readingsPerDay);
      if (oldest === undefined) return;
      const seconds = Math.ceil((Date.parse(oldest) + dayMs - now().getTime()) / 1_000);
      throw tooMany(
        `A draft of this task is read ${readingsPerDay} times in 24 hours at most; the next can be sent in ${inWords(seconds)}.`,
        seconds,
      );
    },
    alsoCount(student, task, at) {
      for (const [one, times] of others) if (!times.some(isRecent)) others.delete(one);
      const counted = (others.get(key(student, task)) ?? []).filter(isRecent);
      others.set(key(student, task), [...counted, at]);
    },
  };
}

/**
 * Refuses a reading while too many are under way.
 * @param students whose drafts are being read, one entry each
 * @throws {TutorError} `too-many-requests`, whose cause says when to come back
 */
export function checkUnderWay(student: string, students: readonly string[]): void {
  if (students.filter((one) => one === student).length >= mostOfOne) {
    throw tooMany('Your drafts before this one are still being read; send it in a moment.');
  }
  if (students.length < mostAtOnce) return;
  throw tooMany('Too many drafts are being read at once; please send yours again in a moment.');
}

function tooMany(sentence: string, retryAfterSeconds = readingSeconds): TutorError {
  return new TutorError('too-many-requests', sentence, { cause: { retryAfterSeconds } });
}

function inWords(seconds: number): string {
  const minutes = Math.ceil(seconds / 60);
  if (minutes < 90) return minutes === 1 ? 'a minute' : `${minutes} minutes`;
  return `${Math.ceil(minutes / 60)} hours`;
}
