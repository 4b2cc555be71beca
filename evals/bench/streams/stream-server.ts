/**
 * Run by `measure-streams.ts` in a process of its own: the real server over a small course and a given endpoint, with
 * students who have entered. `node --import tsx stream-server.ts FOLDER BASE_URL STUDENTS`; prints its address and a
 * cookie for each student, as JSON on one line, and at each line that it is sent, what it takes.
 */
import { createInterface } from 'node:readline';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { join } from 'node:path';
import { composeApplication } from '../../../server/compose-application.ts';
import { composeLiveTutor } from '../../../server/compose-live-tutor.ts';
import { readConfig } from '../../../server/config.ts';
import { createHttpServer } from '../../../server/http/http-server.ts';
import { createLog } from '../../../server/log.ts';
import { listen } from '../../../server/terminal/listen.ts';
import { wideLimits } from '../../../server/testing/wide-limits.ts';
import type { ServerUse } from './measure-streams.ts';

const [folder = '', baseUrl = '', count = ''] = process.argv.slice(2);
const students = Number(count);
const config = readConfig({
  ...{ DATA_DIR: join(folder, 'data'), CORPUS_DIR: join(folder, 'corpus'), PORT: '0' },
  ...{ OPENAI_BASE_URL: baseUrl, CHAT_MODEL: 'words' },
  ...{ FIRST_TOKEN_TIMEOUT_MS: '60000', IDLE_TIMEOUT_MS: '60000', TOTAL_TIMEOUT_MS: '120000' },
});
const { app, service, store } = await composeApplication(config, {
  ...{
    log: createLog('silent'),
    webDir: folder,
    limits: { ...wideLimits, answersAtOnce: students },
  },
  openTutor: (tuning) => composeLiveTutor(config, { tuning }),
});
const { access } = service;
const open = await access.students.openClass();
const cookies: string[] = [];
for (let n = 0; n < students; n += 1) {
  // One class has fewer pseudonyms than this.
  const id = `student-${n}`;
  const values = { id, class_id: open?.id ?? '', pseudonym: id, recovery_hash: id };
  await store.tables
    .insertInto('students')
    .values({ ...values, created_at: new Date().toISOString() })
    .execute();
  cookies.push(`repere-student=${await access.sessions.begin({ studentId: id }, null)}`);
}
const server = createHttpServer().on('request', (request, response) => void app(request, response));
const url = await listen(server, config);
const loop = monitorEventLoopDelay({ resolution: 10 });
loop.enable();
process.stdout.write(`${JSON.stringify({ url, cookies })}\n`);
for await (const _line of createInterface({ input: process.stdin })) {
  const { user, system } = process.cpuUsage();
  const open = process.getActiveResourcesInfo();
  const use: ServerUse = {
    cpuMs: (user + system) / 1_000,
    rssBytes: process.memoryUsage().rss,
    loopP99Ms: loop.percentile(99) / 1e6 - 10,
    sockets: open.filter((name) => name === 'TCPSocketWrap').length,
    timers: open.filter((name) => name === 'Timeout').length,
  };
  loop.reset();
  process.stdout.write(`${JSON.stringify(use)}\n`);
}
process.exit(0); // nobody listens any more
