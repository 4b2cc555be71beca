import compression from 'compression';
import express, { type Express } from 'express';
import type { Tutor } from '../compose.ts';
import type { Log } from '../log.ts';
import { answersRoute } from './answers.ts';
import { critiquesRoute } from './critiques.ts';
import { documentsRoute } from './documents.ts';
import { errorHandler } from './error-handler.ts';
import { nothingHere, page } from './page.ts';
import { requestId } from './request-id.ts';
import { sameSite } from './same-site.ts';
import { securityHeaders } from './security-headers.ts';
import { statusRoute } from './status.ts';

export type AppDependencies = {
  readonly tutor: Pick<Tutor, 'answer' | 'critique' | 'document' | 'status' | 'tasks'>;
  readonly log: Log;
  /** The built page. */
  readonly webDir: string;
  /** The name or address that the server listens on. */
  readonly host: string;
  /** Ends the answers under way; its reason must be a `TutorError`. By default never. */
  readonly stopping?: AbortSignal;
};

/** The page and the API of a tutor. */
export function createApp({ tutor, log, webDir, host, stopping }: AppDependencies): Express {
  const app = express();
  app.disable('x-powered-by');
  app.use(requestId(), securityHeaders(), sameSite(host), compression());
  app.use('/api', (_request, response, next) => {
    response.setHeader('Cache-Control', 'no-store');
    next();
  });
  const untilStopped = stopping ?? new AbortController().signal;
  app.use(answersRoute(tutor, log, untilStopped), critiquesRoute(tutor, log, untilStopped));
  app.use(documentsRoute(tutor), statusRoute(tutor));
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
