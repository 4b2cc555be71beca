import type { Request, Response } from 'express';
import type { EvalDesk } from '../../../classroom/evals/eval-desk.ts';
import {
  type EvalGround,
  evalGrounds,
  expectationRequest,
  type NewCaseView,
  newCaseRequest,
  startRunRequest,
} from '../../../contract/evals.ts';
import { TutorError } from '../../../errors.ts';
import { jsonBody } from '../../json-body.ts';
import { parseBody } from '../../parse-body.ts';
import type { Route } from '../../route.ts';

export type EvalRouteParts = {
  readonly evals: EvalDesk;
  /** @throws {TutorError} `not-found` */
  readonly adoptTurn: (turnId: string) => Promise<NewCaseView>;
};

/** `/api/trainer/evals`: runs, what they may be made of, comparisons, and cases from what students share. */
export function evalRoutes({ evals, adoptTurn }: EvalRouteParts): readonly Route[] {
  const get = (path: string, show: Handler): Route => ({
    ...{ method: 'get', path: `/api/trainer/evals/${path}`, roles: ['trainer'], handlers: [show] },
  });
  const post = (path: string, ...handlers: Route['handlers']): Route => ({
    ...{ method: 'post', path: `/api/trainer/evals/${path}`, roles: ['trainer'], handlers },
  });
  return [
    get('runs', async (_request, response) => void response.json(await evals.runs())),
    get('variants', async (_request, response) => void response.json(await evals.variants())),
    get(
      'estimate',
      async (request, response) =>
        void response.json(await evals.estimate(needed(request, 'variant'), groundOf(request))),
    ),
    get('compare', async (request, response) => {
      const run = needed(request, 'run');
      response.json(await evals.compare(run, optional(request, 'baseline')));
    }),
    get('report', async (request, response) => {
      const run = needed(request, 'run');
      sendReport(response, run, await evals.report(run, optional(request, 'baseline')));
    }),
    post('runs', ...jsonBody(), async (request, response) => {
      const { variant, ground = 'shipped' } = parseBody(startRunRequest, request.body);
      response.status(201).json(await evals.start(variant, ground));
    }),
    post(
      'runs/:run/stop',
      async (request, response) =>
        void response.json(await evals.stop(String(request.params['run']))),
    ),
    get('cases', async (_request, response) => void response.json(await evals.cases())),
    get('course', async (_request, response) => void response.json(await evals.course())),
    {
      ...{ method: 'put', path: '/api/trainer/evals/cases/:id/expectation', roles: ['trainer'] },
      handlers: [
        ...jsonBody(),
        async (request, response) => {
          const expectation = parseBody(expectationRequest, request.body);
          response.json(await evals.expect(String(request.params['id']), expectation));
        },
      ],
    },
    post('cases', ...jsonBody(), async (request, response) => {
      const { turnId } = parseBody(newCaseRequest, request.body);
      response.status(201).json(await adoptTurn(turnId));
    }),
  ];
}

type Handler = (request: Request, response: Response) => Promise<void>;

/** A file to keep: were it opened here all the same, its policy would let nothing of it run or load. */
function sendReport(response: Response, run: string, page: string): void {
  const name = run.replace(/[^\w.-]/g, '_');
  response.setHeader('Content-Disposition', `attachment; filename="repere-${name}.html"`);
  response.setHeader('Content-Security-Policy', "default-src 'none'; sandbox");
  response.type('html').send(page);
}

function groundOf(request: Request): EvalGround {
  const ground = optional(request, 'ground') ?? 'shipped';
  const known = evalGrounds.find((one) => one === ground);
  if (known !== undefined) return known;
  throw new TutorError('bad-request', `The address takes ?ground= as ${evalGrounds.join(' or ')}.`);
}

function needed(request: Request, name: string): string {
  const value = optional(request, name);
  if (value !== null) return value;
  throw new TutorError('bad-request', `The address needs ?${name}=, once.`);
}

/** Longest name of a run or a variant that is looked for. */
const longestName = 200;

function optional({ query }: Request, name: string): string | null {
  const value = query[name];
  if (value === undefined || value === '') return null;
  if (typeof value === 'string' && value.length <= longestName) return value;
  throw new TutorError('bad-request', `The address takes ?${name}= once, and not so long.`);
}
