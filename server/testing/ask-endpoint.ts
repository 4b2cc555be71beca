import { expect } from 'vitest';
import { TutorError } from '../errors.ts';
import { createEndpointChatModel } from '../models/endpoint-chat.ts';
import { toChatModel } from '../models/stream-chat.ts';
import { json, type Reply } from './model-endpoint.ts';

const apiKey = 'sk-never-to-be-seen';
const question = 'Qu’est-ce qu’un prompt-secret ?';

/** What an endpoint says and nobody may see. */
export const upstream = 'upstream-secret';

/** Short enough for tests, long enough for a busy machine. */
export const deadlines = { firstTokenMs: 300, idleMs: 300, totalMs: 1_000 };

export type Outcome = { readonly text: string; readonly error: unknown; readonly ms: number };

/** Asks an endpoint's chat model one question and collects what came. */
export async function askEndpoint(
  baseUrl: string,
  {
    signal = new AbortController().signal,
    limits = deadlines,
    onText = (_text: string) => {},
  } = {},
): Promise<Outcome> {
  const settings = { baseUrl, apiKey, chatModel: 'small', embeddingModel: null };
  const model = toChatModel('small', await createEndpointChatModel(settings), limits);
  const start = performance.now();
  let text = '';
  let error: unknown = null;
  try {
    for await (const piece of model.stream([{ role: 'user', content: question }], { signal })) {
      text += piece;
      onText(piece);
    }
  } catch (thrown) {
    error = thrown;
  }
  return { text, error, ms: performance.now() - start };
}

/** Expects a failure of that code and kind which repeats no key, no question and no word of the endpoint. */
export function expectFailure(error: unknown, code: string, kind: string): void {
  expect(error).toBeInstanceOf(TutorError);
  const { message, cause } = error as TutorError;
  expect(error).toMatchObject({ code, cause: { kind } });
  const said = message + JSON.stringify(cause);
  for (const hidden of [apiKey, question, upstream]) expect(said).not.toContain(hidden);
}

/** A reply with an error status and a body as OpenAI writes it, which repeats the key. */
export function failing(
  status: number,
  error: object = {},
  headers: Record<string, string> = {},
): Reply {
  return json(status, { error: { message: `${upstream} ${apiKey}`, ...error } }, headers);
}
