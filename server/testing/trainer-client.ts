import type { TrainerDocuments } from '../contract/documents.ts';
import { enterAsTrainer } from './ask-server.ts';
import type { ServedTutor } from './serve-tutor.ts';

/** A trainer's calls of the API. */
export type TrainerClient = {
  /** The JSON that an address answers with. */
  get<T>(path: string): Promise<T>;
  /** Changes a document; a text or bytes are sent as a file, anything else as JSON. */
  document(
    method: 'PUT' | 'PATCH' | 'DELETE',
    path: string,
    body?: string | Uint8Array<ArrayBuffer> | object,
    kind?: string,
  ): Promise<Response>;
  post(path: string): Promise<Response>;
  /** Waits until the course is indexed as it is now. */
  indexed(): Promise<TrainerDocuments>;
};

export async function createTrainerClient({
  url,
  trainerToken,
  service,
}: ServedTutor): Promise<TrainerClient> {
  const cookie = await enterAsTrainer(url, trainerToken);
  const get = async <T>(path: string): Promise<T> => {
    const response = await fetch(url + path, { headers: { cookie } });
    if (!response.ok) throw new Error(`${path} answered ${response.status}`);
    return (await response.json()) as T;
  };
  return {
    get,
    document(method, path, body, kind) {
      const isFile = typeof body === 'string' || body instanceof Uint8Array;
      const type = isFile ? 'text/markdown' : 'application/json';
      const query = new URLSearchParams({ path, ...(kind && { kind }) });
      return fetch(`${url}/api/trainer/documents?${query}`, {
        method,
        headers: { cookie, ...(body !== undefined && { 'content-type': type }) },
        ...(body !== undefined && { body: isFile ? body : JSON.stringify(body) }),
      });
    },
    post: (path) => fetch(url + path, { method: 'POST', headers: { cookie } }),
    async indexed() {
      await service.oversight.ingestion.settled();
      return get('/api/trainer/documents');
    },
  };
}
