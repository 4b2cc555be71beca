import type { CritiqueEvent } from '../contract/critiques.ts';
import type { Log } from '../log.ts';
import { logFailures } from './log-failures.ts';

/** Passes the events of a critique on, and logs which engine read the draft and how long it took; nothing of the draft. */
export async function* logCritique(
  events: AsyncIterable<CritiqueEvent>,
  log: Log,
  requestId: string,
): AsyncGenerator<CritiqueEvent> {
  const started = performance.now();
  for await (const event of logFailures(events, log, requestId)) {
    if (event.type === 'critique-end') {
      const { language, model, fallback } = event;
      const totalMs = Math.round(performance.now() - started);
      log.info('critique-end', { requestId, language, model, fallback, totalMs });
    }
    yield event;
  }
}
