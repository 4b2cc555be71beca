import { TutorError } from '../../errors.ts';

/** How much a student may ask: what is published. */
export type AskLimits = { readonly perDay: number; readonly perMinute: number };

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

/** When a student may ask again after this question was counted in. */
export type AskCounter = {
  /**
   * Counts a question.
   * @param stored when the student asked, as far as it is stored, in ISO 8601
   * @throws {TutorError} `too-many-requests`, saying when to come back; then nothing was counted
   */
  count(studentId: string, stored: readonly string[]): void;
  /** Since when stored questions count, in ISO 8601. */
  since(): string;
};

/**
 * Counts what students ask in any 24 hours and any minute. It remembers by itself as well: who deletes a conversation has
 * asked all the same.
 */
export function createAskCounter(limits: AskLimits, now: () => Date): AskCounter {
  const known = new Map<string, readonly number[]>();
  const recent = (times: readonly number[]) =>
    times.filter((time) => time > now().getTime() - dayMs);

  const forgetOld = (): void => {
    for (const [student, times] of known) if (recent(times).length === 0) known.delete(student);
  };

  return {
    since: () => new Date(now().getTime() - dayMs).toISOString(),
    count(studentId, stored) {
      const all = new Set([...(known.get(studentId) ?? []), ...stored.map((at) => Date.parse(at))]);
      const times = recent([...all]).sort((a, b) => a - b);
      refuse(times, now().getTime(), limits);
      if (!known.has(studentId) && known.size % forgetEvery === forgetEvery - 1) forgetOld();
      known.set(studentId, [...times, now().getTime()]);
    },
  };
}

/** Students after whom those who asked nothing for a day are forgotten. */
const forgetEvery = 1_000;

function refuse(times: readonly number[], now: number, { perDay, perMinute }: AskLimits): void {
  for (const [limit, spanMs, span] of [
    [perDay, dayMs, 'day'],
    [perMinute, minuteMs, 'minute'],
  ] as const) {
    const first = times.at(-limit);
    if (times.length < limit || first === undefined || first + spanMs <= now) continue;
    throw new TutorError(
      'too-many-requests',
      `A student may ask ${limit} questions a ${span}; please come back when the time in Retry-After has passed.`,
      { retryAfterSeconds: Math.max(1, Math.ceil((first + spanMs - now) / 1_000)) },
    );
  }
}
