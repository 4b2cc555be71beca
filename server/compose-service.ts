import { createAccess, type Access } from './classroom/access/access.ts';
import type { FirstSecrets } from './classroom/access/first-start.ts';
import type { Oversight } from './classroom/oversight/oversight.ts';
import { composeDesk, type Desk, type DeskParts } from './compose-desk.ts';
import type { LiveTutor } from './compose-live-tutor.ts';
import { composeOversight } from './compose-oversight.ts';
import { composeWork, type Work, type WorkParts } from './compose-work.ts';
import { type Config, isLocalOnly } from './config.ts';
import { pruneRemoved } from './ingestion/editing/removed-files.ts';
import type { Log } from './log.ts';
import type { Store } from './storage/store.ts';

/** What stands around the tutor: who comes in, what is kept, what a trainer sees and decides. */
export type Service = {
  readonly access: Access;
  readonly oversight: Oversight;
  readonly desk: Desk;
  readonly work: Work;
  /** What was made at this start and is to be told once. */
  readonly firstSecrets: FirstSecrets;
  /** Ends what is under way and keeps what came. */
  close(): Promise<void>;
};

export type ServiceParts = Pick<WorkParts, 'questions' | 'answersAtOnce' | 'stopping'> & {
  readonly store: Store;
  readonly tutor: LiveTutor;
  readonly log: Log;
  /** Ends what is under way; its reason must be a `TutorError`. By default never. */
  readonly stopping?: AbortSignal;
  readonly evals?: Pick<DeskParts, 'openEvals' | 'drafts'>;
};

/** Builds what keeps students' work and what trainers use, over a store and a tutor. */
export async function composeService(
  config: Config,
  { store, tutor, log, evals, ...parts }: ServiceParts,
): Promise<Service> {
  const access = createAccess(store, { localOnly: isLocalOnly(config) });
  const firstSecrets = await access.prepare();
  const oversight = composeOversight(config, { tutor, store, log });
  const desk = composeDesk({
    ...{ config, store, serveRules: (rules) => tutor.reload({ rules }) },
    ...evals,
  });
  const work = await composeWork({
    ...{ store, tutor, log, ...parts },
    pruneFiles: (before) => pruneRemoved(config.dataDir, before),
  });
  return {
    ...{ access, oversight, desk, work, firstSecrets },
    async close() {
      // An eval that goes on would keep this process, and the one that it runs in.
      await Promise.all([oversight.ingestion.close(), desk.evals.close()]);
      await work.close();
    },
  };
}
