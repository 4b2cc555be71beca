import type { Response } from 'express';

/** Fires when the client leaves before the response was sent whole. */
export function clientSignal(response: Response): AbortSignal {
  const left = new AbortController();
  response.once('close', () => {
    if (!response.writableFinished) left.abort();
  });
  return left.signal;
}
