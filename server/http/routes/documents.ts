import type { Tutor } from '../../compose.ts';
import type { Route } from '../route.ts';

/** `GET /api/documents/:id`: a document's text, which the citations' offsets count in. */
export const documentRoutes = (tutor: Pick<Tutor, 'document'>): readonly Route[] => [
  {
    method: 'get',
    path: '/api/documents/:id',
    roles: ['student', 'trainer'],
    handlers: [
      (request, response) => void response.json(tutor.document(String(request.params['id']))),
    ],
  },
];
