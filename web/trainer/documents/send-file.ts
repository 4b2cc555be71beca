import type { TrainerDocuments } from '../../../server/contract/documents.ts';
import { networkFailure, readFailure } from '../../api/failure.ts';
import type { Fetched } from '../../api/get-json.ts';
import { sendJson } from '../../api/send-json.ts';
import type { AddedFile } from './add-state.ts';

/** Address of one document among the trainer's. */
export const documentAddress = (path: string): string =>
  `/api/trainer/documents?path=${encodeURIComponent(path)}`;

/** Adds a file to the course as it is, byte by byte, then declares its kind where one was chosen. Never rejects. */
export async function sendFile({
  file,
  path,
  kind,
}: Pick<AddedFile, 'file' | 'path' | 'kind'>): Promise<Fetched<TrainerDocuments>> {
  const put = await putBytes(path, file);
  return put.ok && kind !== null
    ? sendJson<TrainerDocuments>('PATCH', documentAddress(path), { kind })
    : put;
}

async function putBytes(path: string, file: File): Promise<Fetched<TrainerDocuments>> {
  try {
    const response = await fetch(documentAddress(path), {
      method: 'PUT',
      headers: { accept: 'application/json', 'content-type': 'application/octet-stream' },
      body: file,
    });
    if (!response.ok) return { ok: false, failure: await readFailure(response) };
    return { ok: true, value: (await response.json()) as TrainerDocuments };
  } catch {
    return { ok: false, failure: networkFailure };
  }
}
