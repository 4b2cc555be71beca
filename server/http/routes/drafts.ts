import type { Request } from 'express';
import type { Drafts } from '../../classroom/drafts/drafts.ts';
import { shareRequest } from '../../contract/drafts.ts';
import { studentOf } from '../caller.ts';
import { jsonBody } from '../json-body.ts';
import { parseBody } from '../parse-body.ts';
import { readAfter } from '../read-after.ts';
import type { Route } from '../route.ts';
import { sendReading } from '../send-reading.ts';

/** `/api/drafts`: what a student sent in and what came of it; `/api/trainer/drafts`: what students show. */
export function draftRoutes(drafts: Drafts): readonly Route[] {
  const of = (
    method: Route['method'],
    path: string,
    ...handlers: readonly Route['handlers'][number][]
  ): Route => ({ method, path: `/api/drafts${path}`, roles: ['student'], handlers });
  return [
    of('get', '', async (_request, response) => {
      response.json(await drafts.list(studentOf(response).id));
    }),
    of('get', '/:id', async (request, response) => {
      response.json(await drafts.find(studentOf(response).id, idOf(request)));
    }),
    of('patch', '/:id', ...jsonBody(), async (request, response) => {
      const { shared } = parseBody(shareRequest, request.body);
      response.json(await drafts.share(studentOf(response).id, idOf(request), shared));
    }),
    of('delete', '/:id', async (request, response) => {
      await drafts.remove(studentOf(response).id, idOf(request));
      response.status(204).end();
    }),
    of('get', '/:id/events', (request, response) =>
      sendReading(response, drafts, idOf(request), readAfter(request.query['after'])),
    ),
    of('post', '/:id/stop', async (request, response) => {
      await drafts.stop(studentOf(response).id, idOf(request));
      response.status(204).end();
    }),
    of('post', '/:id/retry', async (request, response) => {
      const id = await drafts.retry(studentOf(response).id, idOf(request));
      await sendReading(response, drafts, id);
    }),
    ...trainerRoutes(drafts),
  ];
}

const trainerRoutes = (drafts: Drafts): readonly Route[] => [
  {
    method: 'get',
    path: '/api/trainer/drafts',
    roles: ['trainer'],
    handlers: [
      async (_request, response) => {
        response.json(await drafts.listShared());
      },
    ],
  },
  {
    method: 'get',
    path: '/api/trainer/drafts/:id',
    roles: ['trainer'],
    handlers: [
      async (request, response) => {
        response.json(await drafts.findShared(idOf(request)));
      },
    ],
  },
];

const idOf = (request: Request): string => String(request.params['id']);
