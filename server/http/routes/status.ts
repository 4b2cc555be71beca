import type { Tutor } from '../../compose.ts';
import type { Route } from '../route.ts';

/** `GET /api/status`: which models serve, how much is indexed, what to ask first. */
export const statusRoutes = (tutor: Pick<Tutor, 'status'>): readonly Route[] => [
  {
    method: 'get',
    path: '/api/status',
    roles: 'anyone',
    handlers: [(_request, response) => void response.json(tutor.status())],
  },
];
