import type { TrainerDocuments } from '../../../server/contract/documents.ts';
import type { Fetched } from '../../api/get-json.ts';
import type { AddedFile } from './add-state.ts';
import { putDocument, reclassifyDocument } from './change-document.ts';

/**
 * Adds a file to the course, then says what it is where a kind was chosen. The server waits a moment before it indexes,
 * so that an exam is never open in between.
 */
export async function sendFile({
  file,
  path,
  kind,
}: Pick<AddedFile, 'file' | 'path' | 'kind'>): Promise<Fetched<TrainerDocuments>> {
  const put = await putDocument(path, file);
  return put.ok && kind !== null ? reclassifyDocument(path, kind) : put;
}
