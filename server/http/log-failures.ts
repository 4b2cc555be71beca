import { StoppedByStudent } from '../classroom/stopped-by-student.ts';
import { type Log, toLogFields } from '../log.ts';

/**
 * Passes events on, and logs what they fail with: here and not where they are sent, since what nobody reads any more
 * fails as well. A student's stop and a client that left are no failures.
 */
export async function* logFailures<Event>(
  events: AsyncIterable<Event>,
  log: Log,
  requestId: string,
): AsyncGenerator<Event> {
  try {
    yield* events;
  } catch (error) {
    const isStop = error instanceof StoppedByStudent || isAbort(error);
    if (!isStop) log.error('answer-failed', { ...toLogFields(error), requestId });
    throw error;
  }
}

const isAbort = (error: unknown): boolean => error instanceof Error && error.name === 'AbortError';
