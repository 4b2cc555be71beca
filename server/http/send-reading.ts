import type { Response } from 'express';
import type { Drafts } from '../classroom/drafts/drafts.ts';
import { studentOf } from './caller.ts';
import { requestIdOf } from './request-id.ts';
import { sendEvents } from './send-events.ts';
import { clientSignal } from './client-signal.ts';

/** Streams how a draft of the calling student is read, from after event number `after`; -1 is from the beginning. */
export async function sendReading(
  response: Response,
  drafts: Pick<Drafts, 'events'>,
  id: string,
  after = -1,
): Promise<void> {
  const from = { after, requestId: requestIdOf(response), signal: clientSignal(response) };
  await sendEvents(response, drafts.events(studentOf(response).id, id, from));
}
