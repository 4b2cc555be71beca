import type { Classes } from '../../classroom/access/classes.ts';
import { changeClassRequest, newClassRequest } from '../../contract/classes.ts';
import { jsonBody } from '../json-body.ts';
import { parseBody } from '../parse-body.ts';
import type { Route } from '../route.ts';

/** `/api/trainer/classes`: the classes and their codes. */
export function classRoutes(classes: Classes): readonly Route[] {
  const json = jsonBody();
  const roles = ['trainer'] as const;
  const path = '/api/trainer/classes';
  return [
    {
      ...{ method: 'get', path, roles },
      handlers: [async (_request, response) => void response.json(await classes.list())],
    },
    {
      ...{ method: 'post', path, roles },
      handlers: [
        ...json,
        async (request, response) => {
          const made = await classes.create(parseBody(newClassRequest, request.body));
          response.status(201).json(made);
        },
      ],
    },
    {
      ...{ method: 'patch', path: `${path}/:id`, roles },
      handlers: [
        ...json,
        async (request, response) => {
          const change = parseBody(changeClassRequest, request.body);
          response.json(await classes.change(String(request.params['id']), change));
        },
      ],
    },
    {
      ...{ method: 'post', path: `${path}/:id/code`, roles },
      handlers: [
        async (request, response) => {
          response.json(await classes.renewCode(String(request.params['id'])));
        },
      ],
    },
    {
      ...{ method: 'delete', path: `${path}/:id`, roles },
      handlers: [
        async (request, response) => {
          await classes.remove(String(request.params['id']));
          response.status(204).end();
        },
      ],
    },
  ];
}
