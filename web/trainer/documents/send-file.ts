import type { TrainerDocuments } from '../../../server/contract/documents.ts';
import type { Fetched } from '../../api/get-json.ts';
import type { AddedFile } from './add-state.ts';
import { putDocument } from './change-document.ts';

/**
 * Adds a file to the course, and says in one go what it is where a kind was chosen: an exam is never open in between.
 */
export const sendFile = ({
  file,
  path,
  kind,
}: Pick<AddedFile, 'file' | 'path' | 'kind'>): Promise<Fetched<TrainerDocuments>> =>
  putDocument(path, file, kind);
