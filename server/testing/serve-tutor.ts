import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLasting, readWordLists } from '../compose-lasting.ts';
import { composeLiveTutor, type LiveTutor } from '../compose-live-tutor.ts';
import { composeApplication } from '../compose-application.ts';
import type { DeskParts } from '../compose-desk.ts';
import type { Service } from '../compose-service.ts';
import { type Config, readConfig } from '../config.ts';
import type { StructuredModel } from '../critique/structured-model.ts';
import type { AppDependencies } from '../http/app.ts';
import { createHttpServer } from '../http/http-server.ts';
import type { Limits } from '../http/limits.ts';
import { createLog, type Log } from '../log.ts';
import type { Store } from '../storage/store.ts';
import { listen } from '../terminal/listen.ts';
import type { ChatModel } from '../tutoring/chat-model.ts';
import { wideLimits } from './wide-limits.ts';
import { writeFiles } from './write-files.ts';

export type ServeTutorOptions = {
  /** The corpus: texts by file name. By default the project's own. */
  readonly files?: Readonly<Record<string, string>>;
  /** Replaces the offline chat model. */
  readonly chatModel?: ChatModel;
  /** Replaces the offline engine that reads drafts. */
  readonly structuredModel?: StructuredModel;
  /** By default nothing is logged. */
  readonly log?: Log;
  /** The built page; by default web/dist. */
  readonly webDir?: string;
  readonly stopping?: AbortSignal;
  /** Where the data is kept; by default in a temporary folder. */
  readonly dataDir?: string;
  /** Opens the evals; by default the project's own, on the project's course. */
  readonly openEvals?: DeskParts['openEvals'];
  /** By default so wide that a test does not meet them. */
  readonly limits?: Limits;
  /** Settings beside those of the folders: `PUBLIC_URL`, `TRUST_PROXY`… */
  readonly settings?: Readonly<Record<string, string>>;
};

/** A server on a free port of this machine, with its data in a temporary folder. */
export type ServedTutor = {
  /** `http://127.0.0.1:<port>` */
  readonly url: string;
  readonly tutor: LiveTutor;
  readonly store: Store;
  readonly service: Service;
  readonly config: Config;
  /** What the application was made of. */
  readonly dependencies: AppDependencies;
  /** As it is printed at a first start. */
  readonly trainerToken: string;
  readonly close: () => Promise<void>;
};

/** Read once for all that are served: small courses are composed in a fifth of the time. */
const wordLists = readWordLists();

const projectDir = join(import.meta.dirname, '..', '..');

/** Starts the real application, offline, whatever the environment says. */
export async function serveTutor(options: ServeTutorOptions = {}): Promise<ServedTutor> {
  const folder = await mkdtemp(join(tmpdir(), 'repere-served-'));
  const corpusDir = options.files
    ? await writeFiles(join(folder, 'corpus'), options.files)
    : join(projectDir, 'corpus');
  const config = readConfig({
    ...options.settings,
    ...{ CORPUS_DIR: corpusDir, DATA_DIR: options.dataDir ?? join(folder, 'data'), PORT: '0' },
  });
  const {
    chatModel,
    structuredModel,
    limits = wideLimits,
    webDir = join(projectDir, 'web', 'dist'),
    stopping,
  } = options;
  const { openEvals, log = createLog('silent') } = options;
  const { tutor, service, store, dependencies, app, close } = await composeApplication(config, {
    ...{ log, webDir, limits, ...(stopping && { stopping }) },
    openTutor: async (tuning) =>
      composeLiveTutor(config, {
        tuning,
        lasting: await createLasting(await wordLists),
        ...(chatModel && { chatModel }),
        ...(structuredModel && { structuredModel }),
      }),
    evals: { drafts: join(folder, 'drafts.jsonl'), ...(openEvals && { openEvals }) },
  });
  const server = createHttpServer(config.trustedProxies).on(
    'request',
    (request, response) => void app(request, response),
  );
  // On a busy machine five seconds can pass between two requests of a test: none shall meet a connection being closed.
  server.keepAliveTimeout = 120_000;
  const url = await listen(server, config);
  return {
    url,
    tutor,
    store,
    service,
    config,
    dependencies,
    trainerToken: service.firstSecrets.trainerToken ?? '',
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
      await close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
