import { networkFailure, readFailure, type Failure } from './failure.ts';

/** A value, or why there is none. */
export type Fetched<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure };

/** Gets a JSON document of our own server, whose shape is the contract's. Never rejects. */
export async function getJson<T>(path: string): Promise<Fetched<T>> {
  try {
    const response = await fetch(path, { headers: { accept: 'application/json' } });
    if (!response.ok) return { ok: false, failure: await readFailure(response) };
    return { ok: true, value: (await response.json()) as T };
  } catch {
    return { ok: false, failure: networkFailure };
  }
}
