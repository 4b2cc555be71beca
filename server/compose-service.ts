import { createAccess, type Access } from './classroom/access/access.ts';
import type { FirstSecrets } from './classroom/access/first-start.ts';
import { createDrafts, type Drafts } from './classroom/drafts/drafts.ts';
import { createLiveStreams } from './classroom/live-streams.ts';
import type { Tutor } from './compose.ts';
import { type Config, isLocalOnly } from './config.ts';
import type { DraftEvent } from './contract/drafts.ts';
import { TutorError } from './errors.ts';
import { type Log, toLogFields } from './log.ts';
import { openStore, type Store } from './storage/store.ts';

/** What stands around the tutor: who comes in, and what is kept. */
export type Service = {
  readonly store: Store;
  readonly access: Access;
  readonly drafts: Drafts;
  /** What was made at this start and is to be told once. */
  readonly firstSecrets: FirstSecrets;
  /** Ends what is under way; its readers are told the reason, and what came is kept. */
  stop(reason: TutorError): Promise<void>;
  close(): Promise<void>;
};

export type ServiceParts = {
  readonly tutor: Pick<Tutor, 'critique' | 'checkDraft'>;
  readonly log: Log;
};

/**
 * Opens the data folder and builds what keeps students' work.
 * @throws {TutorError} `data-in-use`, `data-broken`, `disk-full`, `settings-wrong`
 */
export async function composeService(
  config: Config,
  { tutor, log }: ServiceParts,
): Promise<Service> {
  const store = await openStore(config.dataDir);
  const access = createAccess(store, { localOnly: isLocalOnly(config) });
  const firstSecrets = await access.prepare();
  const readings = createLiveStreams<DraftEvent>();
  const drafts = await createDrafts({
    ...{ store, critic: tutor, streams: readings },
    onEnd: (end) => log.info('critique-end', end),
    onFailure: (error) => log.error('critique-failed', toLogFields(error)),
  });
  const stop = (reason: TutorError) => readings.close(reason);
  return {
    ...{ store, access, drafts, firstSecrets, stop },
    async close() {
      await stop(new TutorError('model-interrupted', 'The server is stopping; try again later.'));
      await store.close();
    },
  };
}
