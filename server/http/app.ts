import compression from 'compression';
import express, { type Express } from 'express';
import type { Access } from '../classroom/access/access.ts';
import type { Drafts } from '../classroom/drafts/drafts.ts';
import type { Tutor } from '../compose.ts';
import type { Log } from '../log.ts';
import { identify } from './caller.ts';
import { errorHandler } from './error-handler.ts';
import { createGuessThrottle } from './guess-throttle.ts';
import { type Limits, usualLimits } from './limits.ts';
import { nothingHere, page } from './page.ts';
import { requestId } from './request-id.ts';
import { mountRoutes, type Route } from './route.ts';
import { answerRoutes } from './routes/answers.ts';
import { classRoutes } from './routes/classes.ts';
import { critiqueRoutes } from './routes/critiques.ts';
import { documentRoutes } from './routes/documents.ts';
import { draftRoutes } from './routes/drafts.ts';
import { sessionRoutes } from './routes/session.ts';
import { statusRoutes } from './routes/status.ts';
import { sameSite } from './same-site.ts';
import { securityHeaders } from './security-headers.ts';
import { createSessionCookies } from './session-cookie.ts';

export type AppDependencies = {
  readonly tutor: Pick<Tutor, 'answer' | 'document' | 'status' | 'tasks'>;
  readonly access: Access;
  readonly drafts: Drafts;
  readonly log: Log;
  /** The built page. */
  readonly webDir: string;
  /** The name or address that the server listens on. */
  readonly host: string;
  /** The origin under which browsers know the server, `https://tutor.example`; by default its own address. */
  readonly publicUrl?: string | null;
  /** By default those of a server in use. */
  readonly limits?: Limits;
  /** Ends the answers under way; its reason must be a `TutorError`. By default never. */
  readonly stopping?: AbortSignal;
};

/** Every route of the API; nothing else is mounted under `/api`. */
export function apiRoutes({
  tutor,
  access,
  drafts,
  log,
  publicUrl = null,
  limits = usualLimits,
  stopping = new AbortController().signal,
}: AppDependencies): readonly Route[] {
  return [
    ...sessionRoutes({
      access,
      cookies: createSessionCookies(isSecure(publicUrl)),
      codes: createGuessThrottle(limits.guesses),
      tokens: createGuessThrottle(limits.guesses),
    }),
    ...classRoutes(access.classes),
    ...answerRoutes(tutor, log, stopping),
    ...critiqueRoutes({ tutor, drafts, log }),
    ...draftRoutes({ drafts, log }),
    ...documentRoutes(tutor),
    ...statusRoutes(tutor),
  ];
}

/** The page and the API of a tutor. */
export function createApp(dependencies: AppDependencies): Express {
  const { access, log, webDir, host, publicUrl = null } = dependencies;
  const cookies = createSessionCookies(isSecure(publicUrl));
  const app = express();
  app.disable('x-powered-by');
  app.use(requestId(), securityHeaders(), sameSite(host), compression());
  app.use('/api', (_request, response, next) => {
    response.setHeader('Cache-Control', 'no-store');
    next();
  });
  app.use(
    '/api',
    identify((header) => access.sessions.whoHolds(cookies.read(header))),
  );
  mountRoutes(app, apiRoutes(dependencies));
  app.use('/api', () => {
    throw nothingHere();
  });
  app.use(page(webDir));
  app.use(() => {
    throw nothingHere();
  });
  app.use(errorHandler(log));
  return app;
}

const isSecure = (publicUrl: string | null): boolean => publicUrl?.startsWith('https:') ?? false;
