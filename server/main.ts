import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { composeService } from './compose-service.ts';
import type { Config } from './config.ts';
import { createApp } from './http/app.ts';
import { createLog } from './log.ts';
import { describeModels } from './terminal/describe-models.ts';
import { listen } from './terminal/listen.ts';
import { loadSettings } from './terminal/load-settings.ts';
import { openTutor } from './terminal/open-tutor.ts';
import { reportIngestion } from './terminal/report-ingestion.ts';
import { runProgram } from './terminal/run-program.ts';
import { stopCleanly } from './terminal/stop-cleanly.ts';

/** A request, headers and body, has to arrive within this time. */
const requestTimeoutMs = 30_000;

/** Findings of each sort that are shown at start; `npm run ingest` shows all. */
const shownFindings = 5;

const webDir = join(import.meta.dirname, '..', 'web', 'dist');

await runProgram(async () => {
  const config = loadSettings();
  const server = createServer({ requestTimeout: requestTimeoutMs });
  try {
    await serve(server, config);
  } finally {
    server.close();
    server.closeAllConnections();
  }
  return 0;
});

async function serve(server: Server, config: Config): Promise<void> {
  // Before the corpus is indexed, so that a busy port is said at once; requests wait until it is.
  const url = await listen(server, config);
  const stopping = new AbortController();
  const opening = openApp(config, stopping.signal);
  server.on('request', (request, response) => {
    opening.then(
      ({ app }) => void app(request, response),
      () => void response.destroy(),
    );
  });

  const { tutor, service } = await opening;
  const { opened } = tutor;
  console.log(reportIngestion(opened, shownFindings).join('\n'));
  const stopped = stopCleanly(server, (reason) => stopping.abort(reason));
  console.log(`${describeModels(config)}\nRepère is ready: ${url} (Ctrl-C stops it)`);
  await stopped;
  await service.close();
  console.log('Stopped.');
}

async function openApp(config: Config, stopping: AbortSignal) {
  const log = createLog(config.logLevel);
  const tutor = await openTutor(config, { onScanHit: (rule) => log.info('scan-hit', { rule }) });
  const service = await composeService(config, tutor, stopping);
  const { access, answers } = service;
  const app = createApp({ tutor, access, answers, log, webDir, host: config.host, stopping });
  return { tutor, service, app };
}
