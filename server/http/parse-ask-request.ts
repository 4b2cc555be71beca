import { askRequest, type AskRequest } from '../contract/conversations.ts';
import { TutorError } from '../errors.ts';

type Issue = NonNullable<ReturnType<typeof askRequest.safeParse>['error']>['issues'][number];

/** Longest name of a field that is repeated to the client. */
const shownFieldLength = 40;

/**
 * The body of `POST /api/answers`.
 * @throws {TutorError} `bad-request`, naming the first field that is wrong
 */
export function parseAskRequest(body: unknown): AskRequest {
  const parsed = askRequest.safeParse(body);
  if (parsed.success) return parsed.data;
  throw new TutorError('bad-request', sentence(parsed.error.issues[0]));
}

function sentence(issue: Issue | undefined): string {
  if (issue?.code === 'unrecognized_keys') {
    const fields = issue.keys.map(printable).join(', ');
    return `The request has an unknown field, ${fields}: only question, conversationId, language, replaces and requestKey may be sent.`;
  }
  switch (issue?.path[0]) {
    case 'question':
      return 'The question is missing or is no text; send {"question": "…"}.';
    case 'conversationId':
      return 'The conversationId is not one that this server gave; leave it out to begin a new conversation.';
    case 'replaces':
      return 'The field replaces is not the id of a turn; leave it out to ask a new question.';
    case 'requestKey':
      return 'The requestKey is not a UUID; make one for each press of the button, or leave it out.';
    case 'language':
      return 'The language is neither "fr" nor "en"; leave it out to be answered in that of the question.';
    default:
      return 'The body of the request is not a JSON object; send {"question": "…"}.';
  }
}

const printable = (name: string): string =>
  `“${name.replace(/\p{C}/gu, ' ').slice(0, shownFieldLength).toWellFormed()}”`;
