import type { AnswerEvent } from '../contract/answers.ts';
import type { Log } from '../log.ts';
import { logFailures } from './log-failures.ts';

/** Passes the events of an answer on, and logs how it ended and how long it took. */
export async function* logAnswer(
  events: AsyncIterable<AnswerEvent>,
  log: Log,
  requestId: string,
): AsyncGenerator<AnswerEvent> {
  const started = performance.now();
  const elapsed = () => Math.round(performance.now() - started);
  let firstTextMs: number | null = null;
  for await (const event of logFailures(events, log, requestId)) {
    if (event.type === 'text-delta') firstTextMs ??= elapsed();
    if (event.type === 'answer-end') {
      const { decision, language, model, fallback, keywordsOnly } = event;
      log.info('answer-end', {
        ...{ requestId, decision, language, model, fallback, keywordsOnly, firstTextMs },
        totalMs: elapsed(),
      });
    }
    // Last: who listens to the final event need not ask for another.
    yield event;
  }
}
