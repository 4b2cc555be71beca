import type { RequestHandler } from 'express';
import type { Log } from '../log.ts';
import { isForwarded } from './is-forwarded.ts';

/**
 * Says once in the log when the proxies in front are not those that the settings name: then everybody counts as one
 * address.
 */
export function watchProxies(trustedProxies: number, log: Log): RequestHandler {
  let said = false;
  return (request, _response, next) => {
    const isUnknown = trustedProxies === 0 && isForwarded(request);
    const isSilent = trustedProxies > 0 && request.headers['x-forwarded-for'] === undefined;
    if (!said && (isUnknown || isSilent)) {
      said = true;
      log.warn(isUnknown ? 'proxy-unknown' : 'proxy-silent', { message: sentenceOn(isUnknown) });
    }
    next();
  };
}

const sentenceOn = (isUnknown: boolean): string =>
  isUnknown
    ? 'A request came through a proxy that no setting names; set PUBLIC_URL and TRUST_PROXY: until then no class is open to it, and the limits count everybody behind it as one.'
    : 'A request came without X-Forwarded-For although TRUST_PROXY names a proxy; let it set that header, or the limits count everybody as one.';
