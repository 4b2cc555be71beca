import type { Drafts } from '../../classroom/drafts/drafts.ts';
import type { Tutor } from '../../compose.ts';
import { draftRequest } from '../../contract/drafts.ts';
import { studentOf } from '../caller.ts';
import { jsonBody } from '../json-body.ts';
import { parseBody } from '../parse-body.ts';
import type { Route } from '../route.ts';
import { sendReading } from '../send-reading.ts';

/** A draft of 40,000 characters with JSON's escapes, and some more, which is told apart by its own sentence. */
const maxBodyBytes = 512 * 1024;

/** `POST /api/critiques`: one draft, its feedback as server-sent events; and `GET /api/tasks`. */
export function critiqueRoutes({
  tutor,
  drafts,
}: {
  readonly tutor: Pick<Tutor, 'tasks'>;
  readonly drafts: Pick<Drafts, 'submit' | 'events'>;
}): readonly Route[] {
  const critique: Route['handlers'][number] = async (request, response) => {
    const draft = parseBody(draftRequest, request.body);
    const id = await drafts.submit(studentOf(response).id, draft);
    await sendReading(response, drafts, id);
  };
  return [
    {
      method: 'post',
      path: '/api/critiques',
      roles: ['student'],
      handlers: [...jsonBody(maxBodyBytes), critique],
    },
    {
      method: 'get',
      path: '/api/tasks',
      roles: ['student', 'trainer'],
      handlers: [(_request, response) => void response.json(tutor.tasks())],
    },
  ];
}
