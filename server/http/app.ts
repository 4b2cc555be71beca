import compression from 'compression';
import express, { type Express } from 'express';
import type { Access } from '../classroom/access/access.ts';
import type { Drafts } from '../classroom/drafts/drafts.ts';
import type { Answers } from '../classroom/conversations/answers.ts';
import type { Notebook } from '../classroom/conversations/notebook.ts';
import type { Prompts } from '../classroom/prompts/prompts.ts';
import type { Oversight } from '../classroom/oversight/oversight.ts';
import type { Upkeep } from '../classroom/upkeep/upkeep.ts';
import type { Tutor } from '../compose.ts';
import type { Log } from '../log.ts';
import { identify } from './caller.ts';
import { errorHandler } from './error-handler.ts';
import { createGuessThrottle } from './guess-throttle.ts';
import { type Limits, usualLimits } from './limits.ts';
import { nothingHere, page } from './page.ts';
import { createRateLimits } from './rate-limits.ts';
import { refuseFormBodies } from './refuse-form-bodies.ts';
import { refuseNul } from './refuse-nul.ts';
import { requestId } from './request-id.ts';
import { mountRoutes, type Route } from './route.ts';
import { answerRoutes } from './routes/answers.ts';
import { classRoutes } from './routes/classes.ts';
import { conversationRoutes } from './routes/conversations.ts';
import { critiqueRoutes } from './routes/critiques.ts';
import { documentRoutes } from './routes/documents.ts';
import { draftRoutes } from './routes/drafts.ts';
import { sessionRoutes } from './routes/session.ts';
import { settingRoutes } from './routes/settings.ts';
import { statusRoutes } from './routes/status.ts';
import { studentDataRoutes } from './routes/student-data.ts';
import { evalRoutes, type EvalRouteParts } from './routes/trainer/evals.ts';
import { promptRoutes } from './routes/trainer/prompts.ts';
import { trainerDocumentRoutes } from './routes/trainer/documents.ts';
import { endpointRoutes } from './routes/trainer/endpoint.ts';
import { oversightRoutes } from './routes/trainer/oversight.ts';
import { sameSite } from './same-site.ts';
import { securityHeaders } from './security-headers.ts';
import { createSessionCookies } from './session-cookie.ts';
import { watchProxies } from './watch-proxies.ts';

export type AppDependencies = {
  readonly tutor: Pick<Tutor, 'document' | 'status' | 'tasks'>;
  readonly access: Access;
  readonly work: {
    readonly answers: Answers;
    readonly notebook: Notebook;
    readonly drafts: Drafts;
    readonly upkeep: Upkeep;
  };
  readonly desk: EvalRouteParts & { readonly prompts: Prompts };
  readonly oversight: Oversight;
  readonly log: Log;
  /** The built page. */
  readonly webDir: string;
  /** The name or address that the server listens on. */
  readonly host: string;
  /** The origin under which browsers know the server, `https://tutor.example`; by default its own address. */
  readonly publicUrl?: string | null;
  /** Proxies in front, whose word on a client's address is taken; by default none. */
  readonly trustedProxies?: number;
  /** By default those of a server in use. */
  readonly limits?: Limits;
};

/**
 * Every route of the API; nothing else is mounted under `/api`.
 * @param cookies of the sessions; by default those of the address that the dependencies name
 */
export function apiRoutes(
  { tutor, access, work, desk, oversight, log, publicUrl, limits = usualLimits }: AppDependencies,
  cookies = createSessionCookies(isSecure(publicUrl)),
): readonly Route[] {
  return [
    ...sessionRoutes({
      ...{ access, cookies },
      codes: createGuessThrottle(limits.guesses),
      tokens: createGuessThrottle(limits.guesses),
    }),
    ...classRoutes(access.classes),
    ...answerRoutes(work.answers, log),
    ...conversationRoutes(work.notebook),
    ...studentDataRoutes(work.upkeep, cookies),
    ...settingRoutes(work.upkeep),
    ...critiqueRoutes({ tutor, drafts: work.drafts }),
    ...draftRoutes(work.drafts),
    ...documentRoutes(tutor),
    ...statusRoutes(tutor),
    ...promptRoutes(desk.prompts),
    ...evalRoutes(desk),
    ...trainerDocumentRoutes(oversight.documents),
    ...oversightRoutes(oversight.use),
    ...endpointRoutes(oversight.endpoint),
  ];
}

/** The page and the API of a tutor. */
export function createApp(dependencies: AppDependencies): Express {
  const { access, log, webDir, host, publicUrl = null, trustedProxies = 0 } = dependencies;
  const secure = isSecure(publicUrl);
  const cookies = createSessionCookies(secure);
  const rates = createRateLimits(dependencies.limits ?? usualLimits);
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', trustedProxies);
  app.use(requestId(), securityHeaders({ secure }), sameSite(host, publicUrl), compression());
  app.use('/api', (_request, response, next) => {
    response.setHeader('Cache-Control', 'no-store');
    next();
  });
  app.use(
    '/api',
    watchProxies(trustedProxies, log),
    rates.perAddress,
    refuseFormBodies(),
    refuseNul(),
    identify((header) => access.sessions.whoHolds(cookies.read(header))),
    rates.perCaller,
  );
  mountRoutes(app, apiRoutes(dependencies, cookies), rates.ofRoute);
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

const isSecure = (publicUrl: string | null = null): boolean =>
  publicUrl?.startsWith('https:') ?? false;
