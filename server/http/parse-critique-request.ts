import { critiqueRequest, type CritiqueRequest } from '../contract/critiques.ts';
import { TutorError } from '../errors.ts';

type Issue = NonNullable<ReturnType<typeof critiqueRequest.safeParse>['error']>['issues'][number];

/** Longest name of a field that is repeated to the client. */
const shownFieldLength = 40;

/**
 * The body of `POST /api/critiques`.
 * @throws {TutorError} `bad-request`, naming the first field that is wrong
 */
export function parseCritiqueRequest(body: unknown): CritiqueRequest {
  const parsed = critiqueRequest.safeParse(body);
  if (parsed.success) return parsed.data;
  throw new TutorError('bad-request', sentence(parsed.error.issues[0]));
}

function sentence(issue: Issue | undefined): string {
  if (issue?.code === 'unrecognized_keys') {
    const fields = issue.keys.map(printable).join(', ');
    return `The request has an unknown field, ${fields}: only task, text, previous and language may be sent.`;
  }
  switch (issue?.path[0]) {
    case 'task':
      return 'The task is missing or is no text; send the id of a task, as GET /api/tasks lists them.';
    case 'text':
      return 'The draft is missing or is no text; send {"task": "…", "text": "…"}.';
    case 'previous':
      return 'The previous draft is neither a text nor {"text": "…", "task": "…"}; leave it out to have none.';
    case 'language':
      return 'The language is neither "fr" nor "en"; leave it out to be answered in that of the draft.';
    default:
      return 'The body of the request is not a JSON object; send {"task": "…", "text": "…"}.';
  }
}

const printable = (name: string): string =>
  `“${name.replace(/\p{C}/gu, ' ').slice(0, shownFieldLength).toWellFormed()}”`;
