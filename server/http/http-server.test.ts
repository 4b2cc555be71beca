import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listen } from '../terminal/listen.ts';
import { createHttpServer } from './http-server.ts';
import { connectionLimits } from './limits.ts';

const server = createHttpServer();
let port = 0;
let headers = 0;
beforeAll(async () => {
  server.on('request', (request, response) => {
    headers = request.rawHeaders.length / 2;
    response.end('ok');
  });
  port = Number(new URL(await listen(server, { host: '127.0.0.1', port: 0 })).port);
});
afterAll(() => void server.close());

/** What comes back for raw bytes, until the server closes the connection. */
async function send(bytes: string): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  let answer = '';
  socket.setEncoding('latin1').on('data', (text: string) => void (answer += text));
  socket.on('error', () => undefined); // The server may be gone before all was written.
  socket.write(bytes);
  await once(socket, 'close');
  return answer;
}

const request = (lines: readonly string[]) =>
  ['GET / HTTP/1.1', 'Host: localhost', 'Connection: close', ...lines, '', ''].join('\r\n');

describe('createHttpServer', () => {
  it('answers', async () => {
    expect(await send(request([]))).toMatch(/^HTTP\/1\.1 200 OK/);
  });

  it('refuses headers that are too large, a request without Host, and what is no HTTP', async () => {
    const large = `X-Long: ${'a'.repeat(connectionLimits.maxHeaderSize)}`;
    expect(await send(request([large]))).toMatch(/^HTTP\/1\.1 431 /);
    expect(await send('GET / HTTP/1.1\r\nConnection: close\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 /);
    expect(await send('\u0016\u0003\u0001')).toMatch(/^HTTP\/1\.1 400 /);
    expect(await send(request(['Content-Length: 1', 'Transfer-Encoding: chunked']))).toMatch(
      /^HTTP\/1\.1 400 /,
    );
  });

  it('reads no more headers than it should', async () => {
    const many = Array.from({ length: 400 }, (_, n) => `X-${n}: a`);
    await send(request(many));
    // The parser hands them over by 32, and stops at the first batch that is beyond.
    expect(headers).toBeLessThan(connectionLimits.maxHeadersCount + 32);
  });

  it('gives a client little time for its headers and its body', () => {
    expect(server.headersTimeout).toBe(10_000);
    expect(server.requestTimeout).toBe(60_000);
    expect(server.maxConnections).toBe(connectionLimits.maxConnections);
  });

  it('lets a proxy keep its connections for longer than proxies do, and nobody else', () => {
    expect(server.keepAliveTimeout).toBe(5_000);
    expect(createHttpServer(1).keepAliveTimeout).toBeGreaterThan(120_000);
  });
});
