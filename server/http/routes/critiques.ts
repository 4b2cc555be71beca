import type { Tutor } from '../../compose.ts';
import type { Log } from '../../log.ts';
import { admission } from '../admission.ts';
import { clientSignal } from '../client-signal.ts';
import { jsonBody } from '../json-body.ts';
import { logCritique } from '../log-critique.ts';
import { numberEvents } from '../number-events.ts';
import { parseCritiqueRequest } from '../parse-critique-request.ts';
import { requestIdOf } from '../request-id.ts';
import type { Route } from '../route.ts';
import { sendEvents } from '../send-events.ts';

/** Drafts being read at once: each takes the processor for longer than a question. */
const maxCritiques = 8;

/** Two drafts of 40,000 characters, in UTF-8 or with JSON's escapes. */
const maxBodyBytes = 512 * 1024;

/** `POST /api/critiques`: one draft, its feedback as server-sent events; and `GET /api/tasks`. */
export function critiqueRoutes(
  tutor: Pick<Tutor, 'critique' | 'tasks'>,
  log: Log,
  stopping: AbortSignal,
): readonly Route[] {
  const admit = admission(
    maxCritiques,
    'Too many drafts are being read at once; please send yours again in a moment.',
  );
  const critique: Route['handlers'][number] = async (request, response) => {
    const draft = parseCritiqueRequest(request.body);
    const events = tutor.critique(draft, clientSignal(response, stopping));
    const logged = logCritique(events, log, requestIdOf(response));
    await sendEvents(response, numberEvents(logged));
  };
  return [
    {
      method: 'post',
      path: '/api/critiques',
      roles: ['student'],
      handlers: [...jsonBody(maxBodyBytes), admit, critique],
    },
    {
      method: 'get',
      path: '/api/tasks',
      roles: ['student', 'trainer'],
      handlers: [(_request, response) => void response.json(tutor.tasks())],
    },
  ];
}
