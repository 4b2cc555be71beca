import { createServer, type Server } from 'node:http';
import { connectionLimits } from './limits.ts';

/**
 * A server that does not yet listen, within {@link connectionLimits}: who sends slowly or too much is cut off.
 * @param trustedProxies how many stand in front; by default none
 */
export function createHttpServer(trustedProxies = 0): Server {
  const { maxHeadersCount, maxConnections, proxyKeepAliveTimeout, ...options } = connectionLimits;
  const kept = trustedProxies > 0 && { keepAliveTimeout: proxyKeepAliveTimeout };
  const server = createServer({ ...options, ...kept, requireHostHeader: true });
  server.maxHeadersCount = maxHeadersCount;
  server.maxConnections = maxConnections;
  return server;
}
