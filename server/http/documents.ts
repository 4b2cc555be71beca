import { Router } from 'express';
import type { Tutor } from '../compose.ts';

/** `GET /api/documents/:id`: a document's text, which the citations' offsets count in. */
export function documentsRoute(tutor: Pick<Tutor, 'document'>): Router {
  const router = Router();
  router.get('/api/documents/:id', (request, response) => {
    response.json(tutor.document(request.params.id));
  });
  return router;
}
