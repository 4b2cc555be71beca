import { Router } from 'express';
import type { Tutor } from '../compose.ts';

/** `GET /api/status`: which models serve, how much is indexed, what to ask first. */
export function statusRoute(tutor: Pick<Tutor, 'status'>): Router {
  const router = Router();
  router.get('/api/status', (_request, response) => {
    response.json(tutor.status());
  });
  return router;
}
