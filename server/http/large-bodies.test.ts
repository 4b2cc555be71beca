import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { enterAs } from '../testing/enter-as.ts';
import { serveTutor, type ServedTutor } from '../testing/serve-tutor.ts';

/** Bodies that are refused by their size or depth, over bare sockets: no client library stands between. */

const size = 20_000_000;
let server: ServedTutor;
let cookies: Readonly<Record<'student' | 'trainer', string>>;
beforeAll(async () => {
  server = await serveTutor({ files: { 'kafka.md': '# Kafka\n\nKafka est une plateforme.\n' } });
  cookies = {
    student: (await enterAs(server, 'student')).cookie(),
    trainer: (await enterAs(server, 'trainer')).cookie(),
  };
});
afterAll(() => server.close());

async function open(
  [method, path, who]: Address,
  length: string,
): Promise<{ readonly socket: Socket; readonly status: Promise<number> }> {
  const { hostname, port } = new URL(server.url);
  const socket = connect(Number(port), hostname).on('error', () => {});
  await once(socket, 'connect');
  const type = method === 'PUT' ? 'text/markdown' : 'application/json';
  const head = [
    `${method} ${path} HTTP/1.1`,
    `Host: ${hostname}:${port}`,
    `Cookie: ${cookies[who]}`,
  ];
  socket.write([...head, `Content-Type: ${type}`, length, '', ''].join('\r\n'));
  const status = once(socket, 'data').then(([data]) =>
    Number(/^HTTP\/1\.1 (\d{3})/.exec(String(data))?.[1]),
  );
  return { socket, status };
}

type Address = readonly [method: string, path: string, who: 'student' | 'trainer'];
const addresses: readonly Address[] = [
  ['POST', '/api/answers', 'student'],
  ['POST', '/api/critiques', 'student'],
  ['PUT', '/api/trainer/documents?path=a.md', 'trainer'],
];

describe('a body of 20 MB', () => {
  it.each(addresses)('is refused by %s %s before any of it is sent', async (...address) => {
    const { socket, status } = await open(address, `Content-Length: ${size}`);
    expect(await status).toBe(413);
    socket.destroy();
  });

  it.each(addresses)(
    'is not read by %s %s when it comes in pieces without a length',
    async (...address) => {
      const { socket, status } = await open(address, 'Transfer-Encoding: chunked');
      const piece = Buffer.alloc(100_000, 'a');
      let isRefused = false;
      void status.then(() => (isRefused = true));
      let sent = 0;
      for (; sent < size && !isRefused && !socket.destroyed; sent += piece.length) {
        socket.write(`${piece.length.toString(16)}\r\n`);
        if (!socket.write(Buffer.concat([piece, Buffer.from('\r\n')]))) {
          await Promise.race([once(socket, 'drain'), once(socket, 'close'), status, sleep(5_000)]);
        }
        await sleep(0);
      }
      expect(await status).toBe(413);
      expect(sent).toBeLessThan(size);
      socket.destroy();
    },
  );
});

describe('deep JSON', () => {
  it.each([
    ['/api/answers', 30_000, false],
    ['/api/answers', 60_000, true],
    ['/api/critiques', 250_000, false],
    ['/api/critiques', 500_000, true],
  ])('is refused by %s, %d brackets deep, cut: %s', async (path, depth, isCut) => {
    const body = '['.repeat(depth) + (isCut ? '' : ']'.repeat(depth));
    const { socket, status } = await open(
      ['POST', path, 'student'],
      `Content-Length: ${body.length}`,
    );
    socket.write(body);
    expect(await status).toBe(400);
    socket.destroy();
  });
});
