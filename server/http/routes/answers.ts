import type { RequestHandler } from 'express';
import type { Answers } from '../../classroom/conversations/answers.ts';
import type { Log } from '../../log.ts';
import { studentOf } from '../caller.ts';
import { clientSignal } from '../client-signal.ts';
import { jsonBody } from '../json-body.ts';
import { logAnswer } from '../log-answer.ts';
import { parseAskRequest } from '../parse-ask-request.ts';
import { readAfter } from '../read-after.ts';
import { requestIdOf } from '../request-id.ts';
import type { Route } from '../route.ts';
import { sendEvents } from '../send-events.ts';

/**
 * `POST /api/answers`: one question, answered as server-sent events; `GET /api/turns/:id/events` goes on with them, and
 * `POST /api/turns/:id/stop` ends them. Who leaves does not end an answer.
 */
export function answerRoutes(answers: Answers, log: Log): readonly Route[] {
  const ask: RequestHandler = async (request, response) => {
    const { id } = studentOf(response);
    const asked = parseAskRequest(request.body);
    const requestId = requestIdOf(response);
    const turnId = await answers.ask(id, asked, (events) => logAnswer(events, log, requestId));
    const from = { after: -1, requestId, signal: clientSignal(response) };
    const events = await answers.follow(id, turnId, from);
    await sendEvents(response, events);
  };
  const resume: RequestHandler = async (request, response) => {
    const { id } = studentOf(response);
    const turnId = String(request.params['id']);
    const events = await answers.follow(id, turnId, {
      after: readAfter(request.query['after']),
      requestId: requestIdOf(response),
      signal: clientSignal(response),
    });
    await sendEvents(response, events);
  };
  const stop: RequestHandler = async (request, response) => {
    await answers.stop(studentOf(response).id, String(request.params['id']));
    response.status(204).end();
  };
  return [
    { method: 'post', path: '/api/answers', roles: ['student'], handlers: [...jsonBody(), ask] },
    { method: 'get', path: '/api/turns/:id/events', roles: ['student'], handlers: [resume] },
    { method: 'post', path: '/api/turns/:id/stop', roles: ['student'], handlers: [stop] },
  ];
}
