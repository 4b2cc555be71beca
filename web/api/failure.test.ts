import { describe, expect, it } from 'vitest';
import { readFailure } from './failure.ts';

/** A page as a proxy writes it. */
const proxyPage = (status: number) =>
  new Response('<html><h1>Sorry</h1></html>', { status, headers: { 'content-type': 'text/html' } });

describe('readFailure', () => {
  it('reads the code of the server, and when to come back', async () => {
    const body = JSON.stringify({ code: 'too-many-requests', retryable: true, message: 'Wait.' });
    const response = new Response(body, { status: 429, headers: { 'retry-after': '12' } });
    expect(await readFailure(response)).toEqual({
      ...{ code: 'too-many-requests', retryable: true, retryAfterSeconds: 12 },
    });
  });

  it.each([502, 503, 504])('takes the page of a proxy for a reason to try again: %i', async (n) => {
    expect(await readFailure(proxyPage(n))).toMatchObject({ code: 'unknown', retryable: true });
  });

  it('does not try again what a proxy found too large', async () => {
    expect(await readFailure(proxyPage(413))).toMatchObject({
      code: 'too-large',
      retryable: false,
    });
  });
});
