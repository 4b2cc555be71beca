import type { TrainerDocuments } from '../../../server/contract/documents.ts';
import type { Attempt } from '../common/trainer-failure.ts';
import type { AddedFile } from './add-state.ts';
import { putDocument } from './change-document.ts';

/**
 * Adds a file to the course, and says in one go what it is where a kind was chosen: an exam is never open in between.
 */
export const sendFile = ({
  file,
  path,
  kind,
}: Pick<AddedFile, 'file' | 'path' | 'kind'>): Promise<Attempt<TrainerDocuments>> =>
  putDocument(path, file, kind);
