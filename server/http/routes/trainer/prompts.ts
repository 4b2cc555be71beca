import type { Prompts } from '../../../classroom/prompts/prompts.ts';
import { newPromptRequest } from '../../../contract/evals.ts';
import { TutorError } from '../../../errors.ts';
import { jsonBody } from '../../json-body.ts';
import { parseBody } from '../../parse-body.ts';
import type { Route } from '../../route.ts';

/** 20,000 characters are at most 80 kB; the rest is room for JSON's escapes. */
const maxPromptBytes = 256 * 1024;

/** `/api/trainer/prompts`: the versions of the rules, and which one answers. */
export const promptRoutes = (prompts: Prompts): readonly Route[] => [
  {
    method: 'get',
    path: '/api/trainer/prompts',
    roles: ['trainer'],
    handlers: [async (_request, response) => void response.json(await prompts.view())],
  },
  {
    method: 'post',
    path: '/api/trainer/prompts',
    roles: ['trainer'],
    handlers: [
      ...jsonBody(maxPromptBytes),
      async (request, response) => {
        const prompt = parseBody(newPromptRequest, request.body);
        response.status(201).json(await prompts.add(prompt));
      },
    ],
  },
  {
    method: 'post',
    path: '/api/trainer/prompts/:version/serve',
    roles: ['trainer'],
    handlers: [
      async (request, response) =>
        void response.json(await prompts.serve(toVersion(String(request.params['version'])))),
    ],
  },
];

function toVersion(text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new TutorError('not-found', 'A version of the rules is a number; choose one of the list.');
}
