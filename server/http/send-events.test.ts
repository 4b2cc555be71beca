import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { setImmediate as breathe } from 'node:timers/promises';
import express from 'express';
import { afterEach, describe, expect, it } from 'vitest';
import { createLiveStreams } from '../classroom/live-streams.ts';
import type { TurnEvent } from '../contract/conversations.ts';
import { readNumberedEvents } from '../testing/ask-server.ts';
import { sendEvents } from './send-events.ts';

const pieces = 800;
const delta = 'é'.repeat(8_000);

let server: Server | null = null;
afterEach(() => void server?.close());

/** Serves a stream of 13 MB, made as fast as it can be. */
async function serve() {
  const streams = createLiveStreams<TurnEvent>({ streamBytes: Infinity });
  const app = express();
  app.get('/', async (request, response) => {
    const from = Number(request.query['from'] ?? 0);
    await sendEvents(response, streams.follow('a', from)!);
  });
  server = createServer(app);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const begin = () =>
    streams.start('a', async function* () {
      for (let piece = 0; piece < pieces; piece += 1) {
        if (piece % 8 === 0) await breathe();
        yield { type: 'text-delta', delta };
      }
      yield { type: 'stopped' };
    });
  return { streams, begin, port: (server.address() as AddressInfo).port };
}

describe('sendEvents', () => {
  it('cuts off a client that reads nothing, does not wait for it, and lets it come back', async () => {
    const { streams, begin, port } = await serve();
    const socket = connect(port, '127.0.0.1').on('error', () => {});
    const closed = once(socket, 'close');
    socket.write('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n');
    await once(server!, 'request');
    socket.pause();
    begin();
    while (streams.isRunning('a')) await breathe();
    socket.resume();
    await closed;
    expect(socket.bytesRead).toBeLessThan(pieces * 8_000);
    const rest = await readNumberedEvents(await fetch(`http://127.0.0.1:${port}/?from=798`));
    expect(rest.map(({ number }) => number)).toEqual([798, 799, 800]);
  });
});
