import { TutorError } from '../../errors.ts';

/** At most so many questions, within a time in milliseconds. */
export type AskRate = { readonly limit: number; readonly windowMs: number };

/** How often students ask. */
export type AskCounter = {
  /**
   * Counts a question.
   * @param stored when the student asked, as far as it is stored, in ISO 8601
   * @throws {TutorError} `too-many-requests`, whose cause says when to come back; then nothing was counted
   */
  count(studentId: string, stored: readonly string[]): void;
  /** Since when stored questions count, in ISO 8601. */
  since(): string;
};

/** Students after whom those who asked nothing of late are forgotten. */
const forgetEvery = 1_000;

/**
 * Creates a counter over what is stored. It remembers by itself as well: who deletes a conversation has asked all the
 * same.
 */
export function createAskCounter(rates: readonly AskRate[], now: () => Date): AskCounter {
  const known = new Map<string, readonly number[]>();
  const longestMs = Math.max(0, ...rates.map(({ windowMs }) => windowMs));
  const recent = (times: readonly number[]) =>
    times.filter((time) => time > now().getTime() - longestMs);

  const forgetOld = (): void => {
    for (const [student, times] of known) if (recent(times).length === 0) known.delete(student);
  };

  return {
    since: () => new Date(now().getTime() - longestMs).toISOString(),
    count(studentId, stored) {
      const all = new Set([...(known.get(studentId) ?? []), ...stored.map((at) => Date.parse(at))]);
      const times = recent([...all]).sort((a, b) => a - b);
      const refusals = rates.flatMap((rate) => refusal(rate, times, now().getTime()));
      const [longest] = refusals.sort((a, b) => b.seconds - a.seconds);
      if (longest) throw tooMany(longest);
      if (!known.has(studentId) && known.size % forgetEvery === forgetEvery - 1) forgetOld();
      known.set(studentId, [...times, now().getTime()]);
    },
  };
}

type Refusal = { readonly rate: AskRate; readonly seconds: number };

function refusal(rate: AskRate, times: readonly number[], now: number): readonly Refusal[] {
  const first = times.at(-rate.limit);
  if (first === undefined || first + rate.windowMs <= now) return [];
  return [{ rate, seconds: Math.max(1, Math.ceil((first + rate.windowMs - now) / 1_000)) }];
}

function tooMany({ rate: { limit, windowMs }, seconds }: Refusal): TutorError {
  const span = windowMs > 3_600_000 ? 'day' : 'minute';
  return new TutorError(
    'too-many-requests',
    `You have asked ${limit} questions within a ${span}; try again in ${inWords(seconds)}.`,
    { cause: { retryAfterSeconds: seconds } },
  );
}

/** Rounded up, so that who comes back then is let in. */
function inWords(seconds: number): string {
  if (seconds <= 90) return counted(seconds, 'second');
  if (seconds <= 90 * 60) return counted(Math.ceil(seconds / 60), 'minute');
  return counted(Math.ceil(seconds / 3_600), 'hour');
}

const counted = (n: number, unit: string): string => `${n} ${unit}${n === 1 ? '' : 's'}`;
