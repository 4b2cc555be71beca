import compression from 'compression';
import express, { type Express } from 'express';
import type { Access } from '../classroom/access/access.ts';
import type { Answers } from '../classroom/conversations/answers.ts';
import type { Tutor } from '../compose.ts';
import type { Log } from '../log.ts';
import { identify } from './caller.ts';
import { errorHandler } from './error-handler.ts';
import { nothingHere, page } from './page.ts';
import { requestId } from './request-id.ts';
import { mountRoutes } from './route.ts';
import { answerRoutes } from './routes/answers.ts';
import { critiqueRoutes } from './routes/critiques.ts';
import { documentRoutes } from './routes/documents.ts';
import { sessionRoutes } from './routes/session.ts';
import { statusRoutes } from './routes/status.ts';
import { sameSite } from './same-site.ts';
import { securityHeaders } from './security-headers.ts';
import { sessionTokens } from './session-cookie.ts';

export type AppDependencies = {
  readonly tutor: Pick<Tutor, 'critique' | 'document' | 'status' | 'tasks'>;
  readonly access: Access;
  readonly answers: Answers;
  readonly log: Log;
  /** The built page. */
  readonly webDir: string;
  /** The name or address that the server listens on. */
  readonly host: string;
  /** Ends the critiques under way; its reason must be a `TutorError`. By default never. */
  readonly stopping?: AbortSignal;
};

/** The page and the API of a tutor. */
export function createApp({
  tutor,
  access,
  answers,
  log,
  webDir,
  host,
  stopping,
}: AppDependencies): Express {
  const app = express();
  app.disable('x-powered-by');
  app.use(requestId(), securityHeaders(), sameSite(host), compression());
  app.use('/api', (_request, response, next) => {
    response.setHeader('Cache-Control', 'no-store');
    next();
  });
  app.use(
    '/api',
    identify((cookies) => access.whoHolds(sessionTokens(cookies))),
  );
  const untilStopped = stopping ?? new AbortController().signal;
  mountRoutes(app, [
    ...sessionRoutes(access),
    ...answerRoutes(answers, log),
    ...critiqueRoutes(tutor, log, untilStopped),
    ...documentRoutes(tutor),
    ...statusRoutes(tutor),
  ]);
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
