import { once } from 'node:events';
import { type IncomingMessage, request, type ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { selfSignedCertificate } from './self-signed-certificate.ts';

/** A proxy that speaks TLS to browsers and plain http to the server behind it. */
export type TlsProxy = {
  /** `https://localhost:<port>` */
  readonly url: string;
  /** Where requests go; before, every one is a 502. */
  leadTo(target: string): void;
  /** Breaks every connection, and refuses others until {@link TlsProxy.mend}. */
  cut(): void;
  mend(): void;
  close(): Promise<void>;
};

/**
 * Listens on a free port and does as nginx does with the lines in server/README.md: it passes the Host on, adds the
 * client's address to those that the client named, and holds an answer back until it is whole, unless the answer says
 * `X-Accel-Buffering: no`.
 */
export async function createTlsProxy(): Promise<TlsProxy> {
  let target: URL | null = null;
  let isCut = false;
  const server = createServer(selfSignedCertificate(), (client, response) => {
    if (target === null) return void response.writeHead(502).end();
    const named = client.headers['x-forwarded-for'];
    const address = client.socket.remoteAddress ?? '';
    const headers = {
      ...client.headers,
      'x-forwarded-for': named === undefined ? address : `${String(named)}, ${address}`,
    };
    const { method, url: path } = client;
    const sent = request(target, { method, path, headers, agent: false });
    client.pipe(sent);
    response.on('close', () => sent.destroy());
    sent.on('error', () => response.destroy());
    sent.on('response', (answer) => void passOn(answer, response).catch(() => response.destroy()));
  });
  server.on('connection', (socket) => isCut && socket.destroy());
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `https://localhost:${(server.address() as AddressInfo).port}`,
    leadTo(url) {
      target = new URL(url);
    },
    cut() {
      isCut = true;
      server.closeAllConnections();
    },
    mend() {
      isCut = false;
    },
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

async function passOn(answer: IncomingMessage, response: ServerResponse): Promise<void> {
  const { 'x-accel-buffering': buffering, ...headers } = answer.headers;
  const parts: Buffer[] = [];
  if (buffering === 'no') response.writeHead(answer.statusCode ?? 502, headers).flushHeaders();
  for await (const part of answer as AsyncIterable<Buffer>) {
    if (buffering === 'no') response.write(part);
    else parts.push(part);
  }
  if (!response.headersSent) response.writeHead(answer.statusCode ?? 502, headers);
  response.end(Buffer.concat(parts));
}
