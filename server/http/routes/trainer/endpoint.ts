import type { EndpointDoor } from '../../../classroom/oversight/oversight.ts';
import type { Route } from '../../route.ts';

/** `GET /api/trainer/endpoint` and `POST /api/trainer/endpoint/check`. */
export const endpointRoutes = (endpoint: EndpointDoor): readonly Route[] => [
  {
    method: 'get',
    path: '/api/trainer/endpoint',
    roles: ['trainer'],
    handlers: [(_request, response) => void response.json(endpoint.view())],
  },
  {
    method: 'post',
    path: '/api/trainer/endpoint/check',
    roles: ['trainer'],
    handlers: [async (_request, response) => void response.json(await endpoint.check())],
  },
];
