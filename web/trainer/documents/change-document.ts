import type { TrainerDocuments } from '../../../server/contract/documents.ts';
import { networkFailure, readFailure } from '../../api/failure.ts';
import type { Fetched } from '../../api/get-json.ts';
import type { Kind } from './document-limits.ts';

type Change = Fetched<TrainerDocuments>;

/**
 * Adds a file to the course as it is, byte by byte, or puts it in the place of the one there. Never rejects.
 * @param kind what it is from its first moment on; `null` leaves that to the file
 */
export const putDocument = (path: string, file: Blob, kind: Kind | null): Promise<Change> =>
  change('PUT', path, { type: 'application/octet-stream', body: file, kind });

/** Says what a document is. Never rejects. */
export const reclassifyDocument = (path: string, kind: Kind): Promise<Change> =>
  change('PATCH', path, { type: 'application/json', body: JSON.stringify({ kind }) });

/** Takes a document out of the course. Never rejects. */
export const deleteDocument = (path: string): Promise<Change> => change('DELETE', path);

/**
 * Codes of which the server's own sentence tells what to mend: a name that cannot be used, front matter that cannot be
 * read, an id that another document has.
 */
const detailed: ReadonlySet<string> = new Set(['bad-request', 'conflict']);

async function change(
  method: 'PUT' | 'PATCH' | 'DELETE',
  path: string,
  content?: {
    readonly type: string;
    readonly body: Blob | string;
    readonly kind?: Kind | null;
  },
): Promise<Change> {
  try {
    const query = new URLSearchParams({ path, ...(content?.kind && { kind: content.kind }) });
    const response = await fetch(`/api/trainer/documents?${query}`, {
      method,
      headers: {
        accept: 'application/json',
        ...(content && { 'content-type': content.type }),
      },
      ...(content && { body: content.body }),
    });
    if (response.ok) return { ok: true, value: (await response.json()) as TrainerDocuments };
    const detail = await readDetail(response.clone());
    const failure = await readFailure(response);
    const told = detail !== null && detailed.has(failure.code);
    return { ok: false, failure: told ? { ...failure, detail } : failure };
  } catch {
    return { ok: false, failure: networkFailure };
  }
}

async function readDetail(response: Response): Promise<string | null> {
  try {
    const { message } = (await response.json()) as { readonly message?: unknown };
    return typeof message === 'string' ? message : null;
  } catch {
    // Not ours: a proxy's page.
    return null;
  }
}
