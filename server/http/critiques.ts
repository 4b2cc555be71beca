import { Router } from 'express';
import type { Tutor } from '../compose.ts';
import type { Log } from '../log.ts';
import { admission } from './admission.ts';
import { clientSignal } from './client-signal.ts';
import { jsonBody } from './json-body.ts';
import { logCritique } from './log-critique.ts';
import { parseCritiqueRequest } from './parse-critique-request.ts';
import { requestIdOf } from './request-id.ts';
import { sendEvents } from './send-events.ts';

/** Drafts being read at once: each takes the processor for longer than a question. */
const maxCritiques = 8;

/** Two drafts of 40,000 characters, in UTF-8 or with JSON's escapes. */
const maxBodyBytes = 512 * 1024;

/** `POST /api/critiques`: one draft, its feedback as server-sent events; and `GET /api/tasks`. */
export function critiquesRoute(
  tutor: Pick<Tutor, 'critique' | 'tasks'>,
  log: Log,
  stopping: AbortSignal,
): Router {
  const router = Router();
  router.post(
    '/api/critiques',
    ...jsonBody(maxBodyBytes),
    admission(
      maxCritiques,
      'Too many drafts are being read at once; please send yours again in a moment.',
    ),
    async (request, response) => {
      const draft = parseCritiqueRequest(request.body);
      const events = tutor.critique(draft, clientSignal(response, stopping));
      await sendEvents(response, logCritique(events, log, requestIdOf(response)), log);
    },
  );
  router.get('/api/tasks', (_request, response) => {
    response.json(tutor.tasks());
  });
  return router;
}
