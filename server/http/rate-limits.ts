import type { Request, RequestHandler, Response } from 'express';
import { ipKeyGenerator, rateLimit } from 'express-rate-limit';
import { callerOf } from './caller.ts';
import { clientAddress } from './client-address.ts';
import type { Limits, Rate } from './limits.ts';
import type { Route } from './route.ts';
import { tooMany } from './too-many.ts';

/** What keeps one client from taking the place of the others. */
export type RateLimits = {
  /** Stands before anything is looked up. */
  readonly perAddress: RequestHandler;
  /** Stands where it is known who calls; visitors are counted by address alone. */
  readonly perCaller: RequestHandler;
  /** What a route is held to besides, after its roles and before its body is read. */
  ofRoute(route: Pick<Route, 'method' | 'path'>): readonly RequestHandler[];
};

export function createRateLimits({
  requests,
  entries,
  drafts,
}: Pick<Limits, 'requests' | 'entries' | 'drafts'>): RateLimits {
  const often = 'Too many requests were sent from here';
  const entry = [limit(entries, 'Too many people entered from here', addressOf)];
  const reading = drafts.map((rate) =>
    limit(rate, `You have had ${rate.limit} drafts read within a ${span(rate)}`, studentIdOf),
  );
  const routes: Readonly<Record<string, readonly RequestHandler[]>> = {
    'post /api/session/student': entry,
    'post /api/session/recover': entry,
    'post /api/session/trainer': entry,
    'post /api/critiques': reading,
    'post /api/drafts/:id/retry': reading,
  };
  return {
    perAddress: limit(requests.perAddress, often, addressOf),
    perCaller: limit(requests.perCaller, often, callerKeyOf),
    ofRoute: ({ method, path }) => routes[`${method} ${path}`] ?? [],
  };
}

type KeyOf = (request: Request, response: Response) => string | null;

function limit({ limit: most, windowMs }: Rate, reason: string, keyOf: KeyOf): RequestHandler {
  return rateLimit({
    windowMs,
    limit: most,
    keyGenerator: (request, response) => keyOf(request, response) ?? '',
    skip: (request, response) => keyOf(request, response) === null,
    handler: (request, _response, next) => {
      const { resetTime } = (request as Request & { rateLimit: { resetTime?: Date } }).rateLimit;
      next(tooMany(reason, resetTime));
    },
    // How much is left is nobody's business, and what the library finds odd in a request is no reason to log it.
    ...{ standardHeaders: false, legacyHeaders: false, validate: false },
  });
}

/** A network of IPv6 counts as one address: who has one has all of it. */
const addressOf: KeyOf = (request) => ipKeyGenerator(clientAddress(request));

const studentIdOf: KeyOf = (_request, response) => callerOf(response).student?.id ?? null;

const callerKeyOf: KeyOf = (request, response) => {
  const { student, trainer } = callerOf(response);
  return student?.id ?? (trainer ? `trainer ${addressOf(request, response)}` : null);
};

const span = ({ windowMs }: Rate): string => (windowMs > 3_600_000 ? 'day' : 'minute');
