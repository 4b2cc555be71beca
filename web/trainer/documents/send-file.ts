import type { TrainerDocuments } from '../../../server/contract/documents.ts';
import type { Attempt } from '../common/trainer-failure.ts';
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
}: Pick<AddedFile, 'file' | 'path' | 'kind'>): Promise<Attempt<TrainerDocuments>> {
  const put = await putDocument(path, file);
  return put.ok && kind !== null ? reclassifyDocument(path, kind) : put;
}
