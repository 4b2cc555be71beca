import { createServer } from 'node:http';
import { join } from 'node:path';
import { composeService } from '../../server/compose-service.ts';
import { createApp } from '../../server/http/app.ts';
import { createLog } from '../../server/log.ts';
import { enterAsStudent } from '../../server/testing/ask-server.ts';
import { listen } from '../../server/terminal/listen.ts';
import type { Course } from '../bench/course.ts';

/** A course behind the real application, on a free port of this machine. */
export type ServedCourse = {
  readonly url: string;
  /** Of a student who has entered. */
  readonly cookie: string;
  readonly close: () => Promise<void>;
};

/** One student asks all the questions of a suite. */
const unlimited = { perDay: Infinity, perMinute: Infinity };

/** Serves a course's tutor as `npm start` does, silently. */
export async function serveCourse({ tutor, config }: Course): Promise<ServedCourse> {
  const service = await composeService({ ...config, askLimits: unlimited }, tutor);
  const { access, answers } = service;
  const app = createApp({
    ...{ tutor, access, answers, log: createLog('silent'), host: config.host },
    webDir: join(import.meta.dirname, '..', '..', 'web', 'dist'),
  });
  const server = createServer(app);
  const url = await listen(server, { ...config, port: 0 });
  return {
    url,
    cookie: await enterAsStudent(url),
    close: async () => {
      const closed = new Promise((done) => server.close(done));
      server.closeAllConnections();
      await closed;
      await service.close();
    },
  };
}
