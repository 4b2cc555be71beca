import type { Tutor } from '../../compose.ts';
import type { Log } from '../../log.ts';
import { admission } from '../admission.ts';
import { clientSignal } from '../client-signal.ts';
import { jsonBody } from '../json-body.ts';
import { logAnswer } from '../log-answer.ts';
import { numberEvents } from '../number-events.ts';
import { parseAnswerRequest } from '../parse-answer-request.ts';
import { requestIdOf } from '../request-id.ts';
import type { Route } from '../route.ts';
import { sendEvents } from '../send-events.ts';

/** Answers under way at once. The endpoint's rate limit is reached long before this process's own. */
const maxAnswers = 32;

/** `POST /api/answers`: one question, answered as server-sent events. */
export function answerRoutes(
  tutor: Pick<Tutor, 'answer'>,
  log: Log,
  stopping: AbortSignal,
): readonly Route[] {
  const answer: Route['handlers'][number] = async (request, response) => {
    const question = parseAnswerRequest(request.body);
    const events = tutor.answer(question, clientSignal(response, stopping));
    const logged = logAnswer(events, log, requestIdOf(response));
    await sendEvents(response, numberEvents(logged), log);
  };
  return [
    {
      method: 'post',
      path: '/api/answers',
      roles: ['student'],
      handlers: [...jsonBody(), admission(maxAnswers), answer],
    },
  ];
}
