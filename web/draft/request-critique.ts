import type { CritiqueEvent, CritiqueRequest } from '../../server/contract/critiques.ts';
import { networkFailure, readFailure, streamCut } from '../api/failure.ts';
import { readKnownEvents } from '../ask/event-stream.ts';
import type { CritiqueAction } from './critique-state.ts';

const eventTypes: ReadonlySet<unknown> = new Set<CritiqueEvent['type']>([
  'criterion-available',
  'critique-available',
  'critique-end',
  'error',
]);

/**
 * Sends one draft, and yields what happens to its feedback. The last action is always an end: the server's
 * `critique-end` or `error`, or a `failed` for a refusal, an unreachable server or a stream that was cut.
 * @throws the abort reason when `signal` fires.
 */
export async function* requestCritique(
  request: CritiqueRequest,
  signal: AbortSignal,
): AsyncGenerator<CritiqueAction> {
  let begun = false;
  try {
    const response = await fetch('/api/critiques', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
      body: JSON.stringify(request),
      signal,
    });
    if (!response.ok || !response.body) {
      yield { type: 'failed', failure: await readFailure(response) };
      return;
    }
    begun = true;
    for await (const event of readKnownEvents<CritiqueEvent>(response.body, eventTypes)) {
      yield event;
      if (event.type === 'critique-end' || event.type === 'error') return;
    }
  } catch {
    signal.throwIfAborted();
    if (!begun) {
      yield { type: 'failed', failure: networkFailure };
      return;
    }
  }
  yield { type: 'failed', failure: streamCut };
}
