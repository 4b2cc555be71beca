import type { Server } from 'node:http';
import { TutorError } from '../errors.ts';

/** How long answers under way may take to end by themselves, then to say goodbye. */
const graceMs = 3_000;
const farewellMs = 1_000;

/** Under npm a single Ctrl-C arrives twice, from the terminal and from npm: what comes this soon is the same. */
const sameKeyMs = 500;

/**
 * Resolves when a first SIGINT or SIGTERM has ended the server: nothing new is accepted, answers under way may end,
 * then `stop` is called for those that did not. A second signal ends the process at once.
 */
export async function stopCleanly(
  server: Server,
  stop: (reason: TutorError) => void,
): Promise<void> {
  await firstSignal();
  const closed = new Promise((resolve) => server.close(resolve));
  const timers = [
    setTimeout(() => {
      stop(new TutorError('model-interrupted', 'The server is stopping; please ask again later.'));
    }, graceMs),
    setTimeout(() => server.closeAllConnections(), graceMs + farewellMs),
  ];
  await closed;
  for (const timer of timers) clearTimeout(timer);
}

function firstSignal(): Promise<void> {
  return new Promise((resolve) => {
    let firstAt: number | null = null;
    const onSignal = () => {
      firstAt ??= performance.now();
      if (performance.now() - firstAt > sameKeyMs) process.exit(1);
      resolve();
    };
    process.on('SIGINT', onSignal);
    process.on('SIGTERM', onSignal);
  });
}
