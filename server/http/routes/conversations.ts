import type { RequestHandler, Response } from 'express';
import { toMarkdown } from '../../classroom/conversations/export-markdown.ts';
import type { Notebook } from '../../classroom/conversations/notebook.ts';
import { ratingRequest, renameRequest } from '../../contract/conversations.ts';
import { TutorError } from '../../errors.ts';
import { studentOf } from '../caller.ts';
import { jsonBody } from '../json-body.ts';
import { parseBody } from '../parse-body.ts';
import type { Route } from '../route.ts';
import { sendFile } from '../send-file.ts';

/** A student's conversations, and what the student thinks of the answers. */
export function conversationRoutes(notebook: Notebook): readonly Route[] {
  type Own = (ids: { studentId: string; id: string }, response: Response, body: unknown) => unknown;
  /** A handler that knows whose and which; it answers with what is returned, 204 for nothing. */
  const own =
    (run: Own): RequestHandler =>
    async (request, response) => {
      const ids = { studentId: studentOf(response).id, id: String(request.params['id']) };
      const view = await run(ids, response, request.body);
      if (response.headersSent) return;
      if (view === undefined) response.status(204).end();
      else response.json(view);
    };
  const exportOne: RequestHandler = async (request, response) => {
    const { format = 'md', language } = request.query;
    const isLanguage = language === 'fr' || language === 'en';
    if ((format !== 'md' && format !== 'json') || (language !== undefined && !isLanguage)) {
      throw new TutorError('bad-request', 'The format is md or json, and the language fr or en.');
    }
    const id = String(request.params['id']);
    const conversation = await notebook.open(studentOf(response).id, id);
    const name = `repere-${conversation.createdAt.slice(0, 10)}`;
    if (format === 'json') sendFile(response, `${name}.json`, conversation);
    else sendFile(response, `${name}.md`, toMarkdown(conversation, language));
  };

  const roles = ['student'] as const;
  const path = '/api/conversations/:id';
  const list = own(({ studentId }) => notebook.list(studentId));
  const open = own(({ studentId, id }) => notebook.open(studentId, id));
  const rename = own(({ studentId, id }, _response, body) =>
    notebook.rename(studentId, id, parseBody(renameRequest, body)),
  );
  const remove = own(({ studentId, id }) => notebook.remove(studentId, id));
  const rate = own(async ({ studentId, id }, _response, body) => {
    const rating = parseBody(ratingRequest, body);
    await notebook.rate(studentId, id, rating);
    return rating;
  });
  const unrate = own(({ studentId, id }) => notebook.rate(studentId, id, null));
  const ratingPath = '/api/turns/:id/rating';
  return [
    { method: 'get', path: '/api/conversations', roles, handlers: [list] },
    { method: 'get', path, roles, handlers: [open] },
    { method: 'patch', path, roles, handlers: [...jsonBody(), rename] },
    { method: 'delete', path, roles, handlers: [remove] },
    { method: 'get', path: `${path}/export`, roles, handlers: [exportOne] },
    { method: 'put', path: ratingPath, roles, handlers: [...jsonBody(), rate] },
    { method: 'delete', path: ratingPath, roles, handlers: [unrate] },
  ];
}
