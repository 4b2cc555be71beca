import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { buildWhenChanged } from './build-when-changed.mjs';

/** Files of an earlier build are kept so long: a server that was started from it may load one only now. */
const keptDays = 30;

/**
 * Puts the server into the few files of server/dist, from which it starts in half the time, unless they were made of
 * the very sources that are there now, in this place.
 * @param {string} root the project's folder
 * @param {(doing: string, command: string, args: string[]) => void} run
 */
export function buildServer(root, run) {
  const dist = join(root, 'server', 'dist');
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  const config = join(root, 'server', 'setup', 'server-bundle.config.mjs');
  buildWhenChanged(root, {
    stamp: join(dist, '.sources'),
    sources: {
      folders: ['server', 'evals'],
      isSource: (path) => /\.(?:ts|mjs)$/.test(path),
      // Files find their word lists, and the page, by a path that the bundle holds.
      place: root,
    },
    build() {
      run('Building the server', process.execPath, [
        ...[vite, 'build', '--config', config, '--logLevel', 'warn'],
      ]);
      removeOld(join(dist, 'assets'));
    },
  });
}

/** @param {string} folder */
function removeOld(folder) {
  const oldest = Date.now() - keptDays * 86_400_000;
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (statSync(path).mtimeMs < oldest) rmSync(path, { force: true });
  }
}
