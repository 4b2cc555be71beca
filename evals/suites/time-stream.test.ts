import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { afterEach, describe, expect, it } from 'vitest';
import type { AnswerEvent } from '../../server/contract/answers.ts';
import { timeStream } from './time-stream.ts';

const end: AnswerEvent = {
  ...{ type: 'answer-end', decision: 'answer', language: 'fr', model: 'offline' },
  ...{ fallback: false, keywordsOnly: false, nearest: [] },
};
const delta: AnswerEvent = { type: 'text-delta', delta: 'é' };
const frame = (event: AnswerEvent) => `event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`;

let close = () => {};
afterEach(() => close());

/** A server that sends pieces, each after a pause. */
async function serve(pieces: readonly (string | Buffer)[], status = 200): Promise<string> {
  const server = createServer(async (_, response) => {
    response.writeHead(status, { 'content-type': 'text/event-stream' });
    for (const piece of pieces) {
      await new Promise((done) => setTimeout(done, 30));
      response.write(piece);
    }
    response.end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  close = () => void server.close();
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const ask = (url: string) => timeStream({ url, cookie: '' }, '?', new AbortController().signal);

describe('timeStream', () => {
  it('times the first text and the longest wait between two, wherever the frames are cut', async () => {
    const bytes = Buffer.from(frame(delta));
    const cut = bytes.indexOf(Buffer.from('é')) + 1; // in the middle of a character
    const pieces = [
      ': open\n\n',
      bytes.subarray(0, cut),
      bytes.subarray(cut),
      frame(delta) + frame(end),
    ];
    const { events, ttftMs, gapMs, totalMs } = await ask(await serve(pieces));
    expect(events).toEqual([delta, delta, end]);
    expect(ttftMs).toBeGreaterThan(80);
    expect(gapMs).toBeGreaterThan(20);
    expect(totalMs).toBeGreaterThanOrEqual(ttftMs! + gapMs);
  });

  it('takes no broken stream for an answer', async () => {
    await expect(ask(await serve([frame(delta)]))).rejects.toThrow(/ended before the answer/);
    close();
    await expect(ask(await serve([], 503))).rejects.toThrow('The server answered 503.');
  });
});
