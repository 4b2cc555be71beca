import type { AnswerRequest } from '../../server/contract/answers.ts';
import { networkFailure, readFailure, streamCut } from '../api/failure.ts';
import type { AnswerAction } from './answer-state.ts';
import { readEvents } from './event-stream.ts';

/**
 * Asks one question, and yields what happens to the answer. The last action is always an end: the server's
 * `answer-end` or `error`, or a `failed` for a refusal, an unreachable server or a stream that was cut.
 * @throws the abort reason when `signal` fires.
 */
export async function* requestAnswer(
  request: AnswerRequest,
  signal: AbortSignal,
): AsyncGenerator<AnswerAction> {
  let begun = false;
  try {
    const response = await fetch('/api/answers', {
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
    for await (const event of readEvents(response.body)) {
      yield event;
      if (event.type === 'answer-end' || event.type === 'error') return;
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
