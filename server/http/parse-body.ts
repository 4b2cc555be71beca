import type { z } from 'zod';
import { TutorError } from '../errors.ts';

/** Longest name of a field that is repeated to the client. */
const shownFieldLength = 40;

/**
 * A body that fits its schema. What a client sent is never repeated, but for the names of fields.
 * @throws {TutorError} `bad-request`, naming the first field that is wrong
 */
export function parseBody<T>(schema: z.ZodType<T>, body: unknown): T {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  if (issue?.code === 'unrecognized_keys') {
    const fields = issue.keys.map(printable).join(', ');
    throw new TutorError(
      'bad-request',
      `The request has an unknown field, ${fields}; leave it out.`,
    );
  }
  const field = issue?.path.map(String).join('.') ?? '';
  throw new TutorError(
    'bad-request',
    field === ''
      ? 'The body of the request is not the JSON object that this address takes.'
      : `The field ${printable(field)} is missing or is not what this address takes; correct it and send it again.`,
  );
}

const printable = (name: string): string =>
  `“${name.replace(/\p{C}/gu, ' ').slice(0, shownFieldLength).toWellFormed()}”`;
