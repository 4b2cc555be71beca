import type { DraftEvent, DraftRequest } from '../../server/contract/drafts.ts';
import { networkFailure, readFailure, streamCut, type Failure } from '../api/failure.ts';
import type { Fetched } from '../api/get-json.ts';
import { readKnownEvents } from '../ask/event-stream.ts';

/** A server that has not stored a draft after this long is taken for unreachable, in milliseconds. */
const patience = 30_000;

const eventTypes: ReadonlySet<unknown> = new Set([
  'draft-stored',
  'criterion-read',
  'criterion-available',
  'critique-available',
  'critique-end',
  'error',
  'stopped',
]);

/**
 * Sends a draft. Comes back with its id as soon as the server has stored it: its feedback is made whether anybody reads
 * it or not, and is followed from the draft's own address. Never rejects.
 */
export const sendDraft = (request: DraftRequest): Promise<Fetched<string>> =>
  begin('/api/critiques', JSON.stringify(request));

/** Has a draft read again whose reading came to nothing; comes back as {@link sendDraft}. */
export const retryDraft = (id: string): Promise<Fetched<string>> =>
  begin(`${draftAddress(id)}/retry`, null);

async function begin(path: string, body: string | null): Promise<Fetched<string>> {
  const failed = (failure: Failure) => ({ ok: false, failure }) as const;
  try {
    const response = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
      body,
      signal: AbortSignal.timeout(patience),
    });
    if (!response.ok || !response.body) return failed(await readFailure(response));
    for await (const event of readKnownEvents<DraftEvent>(response.body, eventTypes)) {
      if (event.type === 'draft-stored') return { ok: true, value: event.draftId };
      if (event.type !== 'error') continue;
      const { code, retryable } = event;
      return failed({ code, retryable, retryAfterSeconds: null });
    }
    return failed(streamCut);
  } catch {
    return failed(networkFailure);
  }
}

/**
 * The events of a draft's feedback, from the first one.
 * @throws whatever the connection fails with, and the abort reason when `signal` fires
 */
export async function* draftEvents(id: string, signal: AbortSignal): AsyncGenerator<DraftEvent> {
  const response = await fetch(`${draftAddress(id)}/events`, {
    headers: { accept: 'text/event-stream' },
    signal,
  });
  if (!response.ok || !response.body) throw new Error(`no events: ${response.status}`);
  yield* readKnownEvents<DraftEvent>(response.body, eventTypes);
}

/** Where the server has a draft. */
export const draftAddress = (id: string): string => `/api/drafts/${encodeURIComponent(id)}`;
