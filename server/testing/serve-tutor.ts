import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { composeTutor, type Tutor } from '../compose.ts';
import { composeService, type Service } from '../compose-service.ts';
import { readConfig } from '../config.ts';
import { createApp } from '../http/app.ts';
import { createLog, type Log } from '../log.ts';
import { listen } from '../terminal/listen.ts';
import type { ChatModel } from '../tutoring/chat-model.ts';
import { writeFiles } from './write-files.ts';

export type ServeTutorOptions = {
  /** The corpus: texts by file name. By default the project's own. */
  readonly files?: Readonly<Record<string, string>>;
  /** Replaces the offline chat model. */
  readonly chatModel?: ChatModel;
  /** By default nothing is logged. */
  readonly log?: Log;
  /** The built page; by default web/dist. */
  readonly webDir?: string;
  readonly stopping?: AbortSignal;
  /** Where the data are kept; by default a folder of its own, which is removed. */
  readonly dataDir?: string;
  /** More settings, as in the environment. */
  readonly env?: Readonly<Record<string, string>>;
};

/** A server on a free port of this machine, with its data in a temporary folder. */
export type ServedTutor = {
  /** `http://127.0.0.1:<port>` */
  readonly url: string;
  readonly tutor: Tutor;
  readonly service: Service;
  readonly close: () => Promise<void>;
};

const projectDir = join(import.meta.dirname, '..', '..');

/** Starts the real application, offline, whatever the environment says. */
export async function serveTutor(options: ServeTutorOptions = {}): Promise<ServedTutor> {
  const folder = await mkdtemp(join(tmpdir(), 'repere-served-'));
  const corpusDir = options.files
    ? await writeFiles(join(folder, 'corpus'), options.files)
    : join(projectDir, 'corpus');
  const config = readConfig({
    ...{ CORPUS_DIR: corpusDir, DATA_DIR: options.dataDir ?? join(folder, 'data'), PORT: '0' },
    ...options.env,
  });
  const { chatModel, webDir = join(projectDir, 'web', 'dist'), stopping } = options;
  const tutor = await composeTutor(config, chatModel && { chatModel });
  const service = await composeService(config, tutor, stopping);
  const app = createApp({
    tutor,
    access: service.access,
    answers: service.answers,
    log: options.log ?? createLog('silent'),
    webDir,
    host: config.host,
    ...(stopping && { stopping }),
  });
  const server = createServer(app);
  const url = await listen(server, config);
  return {
    url,
    tutor,
    service,
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
      await service.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
