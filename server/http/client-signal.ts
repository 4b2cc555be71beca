import type { Response } from 'express';

/** Fires when the client leaves before the response was sent whole, or with `stopping`. */
export function clientSignal(response: Response, stopping?: AbortSignal): AbortSignal {
  const left = new AbortController();
  response.once('close', () => {
    if (!response.writableFinished) left.abort();
  });
  return stopping ? AbortSignal.any([left.signal, stopping]) : left.signal;
}
