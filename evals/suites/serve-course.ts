import { createServer } from 'node:http';
import { join } from 'node:path';
import { composeApplication } from '../../server/compose-application.ts';
import { createLog } from '../../server/log.ts';
import { enterAsStudent } from '../../server/testing/ask-server.ts';
import { wideLimits } from '../../server/testing/wide-limits.ts';
import { listen } from '../../server/terminal/listen.ts';
import type { Course } from '../bench/course.ts';

/** A course behind the real application, on a free port of this machine. */
export type ServedCourse = {
  readonly url: string;
  /** Of a student who has entered. */
  readonly cookie: string;
  readonly close: () => Promise<void>;
};

/** Serves a course's tutor as `npm start` does, silently. */
export async function serveCourse({ tutor, config }: Course): Promise<ServedCourse> {
  const { app, close } = await composeApplication(config, {
    ...{ log: createLog('silent'), limits: wideLimits },
    webDir: join(import.meta.dirname, '..', '..', 'web', 'dist'),
    openTutor: () => Promise.resolve(tutor),
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
      await close();
    },
  };
}
