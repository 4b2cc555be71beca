import type { RequestHandler } from 'express';
import helmet from 'helmet';

const none = ["'none'"];
const self = ["'self'"];

const yearSeconds = 365 * 86_400;

/**
 * Headers that let the page load from this server and nothing from anywhere else.
 *
 * HSTS only over TLS, and no upgrade of requests: on plain http both would make a browser ask this very server for
 * https.
 */
export function securityHeaders({ secure }: { readonly secure: boolean }): RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: none,
        scriptSrc: self,
        styleSrc: self,
        connectSrc: self,
        imgSrc: self,
        fontSrc: self,
        baseUri: none,
        formAction: self,
        frameAncestors: none,
        objectSrc: none,
        requireTrustedTypesFor: ["'script'"],
        upgradeInsecureRequests: null,
      },
    },
    xFrameOptions: { action: 'deny' },
    // Of this host alone: what its neighbours do is not ours to say.
    strictTransportSecurity: secure && { maxAge: yearSeconds, includeSubDomains: false },
  });
}
