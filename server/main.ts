import type { Server } from 'node:http';
import { join } from 'node:path';
import { composeApplication } from './compose-application.ts';
import { type Config, isLocalOnly } from './config.ts';
import { createHttpServer } from './http/http-server.ts';
import { createLog } from './log.ts';
import { describeEntry } from './terminal/describe-entry.ts';
import { describeModels } from './terminal/describe-models.ts';
import { listen } from './terminal/listen.ts';
import { loadSettings } from './terminal/load-settings.ts';
import { openTutor } from './terminal/open-tutor.ts';
import { reportIngestion } from './terminal/report-ingestion.ts';
import { runProgram } from './terminal/run-program.ts';
import { stopCleanly } from './terminal/stop-cleanly.ts';

/** Findings of each sort that are shown at start; `npm run ingest` shows all. */
const shownFindings = 5;

const webDir = join(import.meta.dirname, '..', 'web', 'dist');

await runProgram(async () => {
  const config = loadSettings();
  const server = createHttpServer(config.trustedProxies);
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
  const opening = openApplication(config, stopping.signal);
  server.on('request', (request, response) => {
    opening.then(
      ({ app }) => void app(request, response),
      () => void response.destroy(),
    );
  });

  const { tutor, service, close } = await opening;
  console.log(reportIngestion(tutor.opened, shownFindings).join('\n'));
  const stopped = stopCleanly(server, (reason) => stopping.abort(reason));
  const { firstSecrets, access } = service;
  const openClass = (await access.students.openClass())?.name ?? null;
  const address = config.publicUrl ?? url;
  const entry = describeEntry({ firstSecrets, openClass, address }, config, isLocalOnly(config));
  console.log([describeModels(config), ...entry].join('\n'));
  const through = config.publicUrl === null ? '' : `, which ${config.publicUrl} has to lead to`;
  console.log(`Repère is ready: ${url}${through} (Ctrl-C stops it)`);
  await stopped;
  await close();
  console.log('Stopped.');
}

function openApplication(config: Config, stopping: AbortSignal) {
  const log = createLog(config.logLevel);
  const onScanHit = (rule: string) => log.info('scan-hit', { rule });
  return composeApplication(config, {
    ...{ log, webDir, stopping },
    openTutor: (tuning) => openTutor(config, { onScanHit, tuning }),
  });
}
