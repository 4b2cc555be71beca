import type { RequestHandler } from 'express';
import type { Log } from '../log.ts';

/**
 * Says once in the log when the proxies in front are not those that the settings name: then everybody counts as one
 * address, or anybody can choose one.
 */
export function watchProxies(trustedProxies: number, log: Log): RequestHandler {
  let said = false;
  return (request, _response, next) => {
    const isForwarded = request.headers['x-forwarded-for'] !== undefined;
    if (!said && isForwarded !== trustedProxies > 0) {
      said = true;
      log.warn(isForwarded ? 'proxy-unknown' : 'proxy-silent', {
        message: sentenceOn(isForwarded),
      });
    }
    next();
  };
}

const sentenceOn = (isForwarded: boolean): string =>
  isForwarded
    ? 'A request came through a proxy that no setting names; set PUBLIC_URL and TRUST_PROXY, or the limits count everybody behind it as one.'
    : 'A request came without X-Forwarded-For although TRUST_PROXY names a proxy; let it set that header, or the limits count everybody as one.';
