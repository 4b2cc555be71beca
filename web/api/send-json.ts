import { networkFailure, readFailure } from './failure.ts';
import type { Fetched } from './get-json.ts';

/**
 * Asks our own server for a change, and gives what it answers, whose shape is the contract's; `undefined` where it
 * answers nothing (204). Never rejects.
 */
export async function sendJson<T>(
  method: 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  path: string,
  body?: unknown,
): Promise<Fetched<T>> {
  try {
    const response = await fetch(path, {
      method,
      headers: {
        accept: 'application/json',
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    if (!response.ok) return { ok: false, failure: await readFailure(response) };
    const text = await response.text();
    return { ok: true, value: (text === '' ? undefined : JSON.parse(text)) as T };
  } catch {
    return { ok: false, failure: networkFailure };
  }
}
