import { createServer, type Server } from 'node:http';
import { connectionLimits } from './limits.ts';

/** A server that does not yet listen, within {@link connectionLimits}: who sends slowly or too much is cut off. */
export function createHttpServer(): Server {
  const { maxHeadersCount, maxConnections, ...options } = connectionLimits;
  const server = createServer({ ...options, requireHostHeader: true });
  server.maxHeadersCount = maxHeadersCount;
  server.maxConnections = maxConnections;
  return server;
}
