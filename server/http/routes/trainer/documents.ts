import { basename } from 'node:path';
import type { Request, RequestHandler } from 'express';
import type { CourseDocuments } from '../../../classroom/oversight/course-documents.ts';
import { maxDocumentBytes, reclassifyRequest } from '../../../contract/documents.ts';
import { TutorError } from '../../../errors.ts';
import { admission } from '../../admission.ts';
import { jsonBody } from '../../json-body.ts';
import { parseBody } from '../../parse-body.ts';
import { readBody } from '../../read-body.ts';
import type { Route } from '../../route.ts';

/** Changes of the course under way at once: each reads the whole corpus to try it. */
const maxChanges = 4;

/** What a browser calls the files that are read. */
const documentTypes = ['text/markdown', 'text/plain', 'application/octet-stream'];

/**
 * `/api/trainer/documents`: lists, adds, replaces, reclassifies and removes documents; `/api/trainer/chunks`: how one is
 * cut; `/api/trainer/file`: one as it is; `POST /api/trainer/ingestion`: indexes the course anew.
 */
export function trainerDocumentRoutes(documents: CourseDocuments): readonly Route[] {
  const admit = admission(
    maxChanges,
    'Several documents are being changed already; please try again in a moment.',
  );
  const route = (
    method: Route['method'],
    path: string,
    ...handlers: readonly RequestHandler[]
  ): Route => ({ method, path, roles: ['trainer'], handlers });
  const at = '/api/trainer/documents';
  return [
    route('get', at, async (_request, response) => void response.json(await documents.list())),
    route('put', at, admit, fileBody, async (request, response) => {
      response.json(await documents.put(pathOf(request), bytesOf(request), kindOf(request)));
    }),
    route('patch', at, admit, ...jsonBody(), async (request, response) => {
      const { kind } = parseBody(reclassifyRequest, request.body);
      response.json(await documents.reclassify(pathOf(request), kind));
    }),
    route('delete', at, admit, async (request, response) => {
      response.json(await documents.remove(pathOf(request)));
    }),
    route('get', '/api/trainer/chunks', async (request, response) => {
      response.json(await documents.chunks(pathOf(request)));
    }),
    route('get', '/api/trainer/file', async (request, response) => {
      const path = pathOf(request);
      const bytes = await documents.file(path);
      // Never shown in the page, whatever it holds.
      response.attachment(basename(path)).type('application/octet-stream').send(Buffer.from(bytes));
    }),
    route('post', '/api/trainer/ingestion', async (_request, response) => {
      response.json(await documents.reindex());
    }),
  ];
}

/** Reads the bytes of a file, whatever their encoding: the reader of documents finds it out. */
const fileBody: RequestHandler = async (request, _response, next) => {
  const type = request.is(documentTypes);
  if (type === false) {
    throw new TutorError(
      'unsupported-media-type',
      `Send the document as ${documentTypes.join(', ')}, not compressed.`,
    );
  }
  if (type !== null) request.body = await readBody(request, maxDocumentBytes);
  next();
};

/** @throws {TutorError} `bad-request` */
function pathOf(request: Request): string {
  const path: unknown = request.query['path'];
  if (typeof path === 'string' && path !== '') return path;
  throw new TutorError('bad-request', 'Name the document in the address: ?path=name.md.');
}

/** @throws {TutorError} `bad-request` */
function kindOf({ query }: Request) {
  if (query['kind'] === undefined) return null;
  return parseBody(reclassifyRequest, { kind: query['kind'] }).kind;
}

/** Nothing was read where there is no body. */
const bytesOf = ({ body }: Request): Uint8Array =>
  Buffer.isBuffer(body) ? body : new Uint8Array();
