import { isIP } from 'node:net';
import { hostname } from 'node:os';
import type { Request, RequestHandler } from 'express';
import { TutorError } from '../errors.ts';

const safeMethods: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses what another site makes a browser send: a request under a name that is not this server's (a foreign name
 * can be pointed at 127.0.0.1, which is DNS rebinding), and a request that changes something and comes from a page
 * of another origin. A client that is no browser sends neither header and passes.
 * @param publicUrl origin under which browsers know the server behind its proxy
 */
export function sameSite(listeningHost: string, publicUrl: string | null = null): RequestHandler {
  const own = hostname().toLowerCase();
  const names = new Set([
    ...[listeningHost.toLowerCase(), 'localhost', own, `${own}.local`],
    ...(publicUrl === null ? [] : [new URL(publicUrl).hostname]),
  ]);
  return (request, _response, next) => {
    const { host } = request.headers;
    if (host !== undefined && !isOwnName(host, names)) {
      throw new TutorError(
        'forbidden',
        'This server is not known under the name in the Host header; open it by its address or as localhost, or set HOST or PUBLIC_URL to that name.',
      );
    }
    if (!safeMethods.has(request.method) && isCrossOrigin(request, publicUrl)) {
      throw new TutorError(
        'forbidden',
        'This request was sent by a page of another site; only the page of this server may send it.',
      );
    }
    next();
  };
}

/** An address cannot be rebound, so any will do: only names are checked. */
function isOwnName(host: string, names: ReadonlySet<string>): boolean {
  const name = hostnameOf(`http://${host}`)?.replace(/^\[|\]$/g, '');
  return name !== undefined && (isIP(name) > 0 || names.has(name) || name.endsWith('.localhost'));
}

function isCrossOrigin({ headers }: Request, publicUrl: string | null): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site !== 'same-origin' && site !== 'none';
  const { origin, host } = headers;
  if (origin === undefined) return false;
  // A proxy may give the request another Host than the one the browser knows.
  if (publicUrl !== null && origin === publicUrl) return false;
  // Under the public name only the public scheme is ours: on plain http anybody on the way can write the page.
  if (publicUrl !== null && new URL(publicUrl).host === host?.toLowerCase()) return true;
  return !URL.canParse(origin) || new URL(origin).host !== host?.toLowerCase();
}

function hostnameOf(url: string): string | undefined {
  return URL.canParse(url) ? new URL(url).hostname : undefined;
}
