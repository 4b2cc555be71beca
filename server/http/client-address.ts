import { isIPv4, isIPv6 } from 'node:net';
import type { Request } from 'express';

/** An address with the port that some proxies write behind it: `192.0.2.1:4711`, `[2001:db8::1]:4711`. */
const withPort = /^(?:\[([\da-f:.]+)\]|(\d+(?:\.\d+){3}))(?::\d{1,5})?$/i;

/**
 * The address that a request came from, by the word of as many proxies as are trusted. A port is left out: each
 * connection has another one, and who is counted by it is not counted at all.
 */
export function clientAddress({ ip }: Pick<Request, 'ip'>): string {
  const [, version6, version4] = withPort.exec(ip ?? '') ?? [];
  const address = version6 ?? version4 ?? ip ?? '';
  return isIPv4(address) || isIPv6(address) ? address : 'unknown';
}
