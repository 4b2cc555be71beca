import { join } from 'node:path';
import { buildWhenChanged } from './build-when-changed.mjs';

/**
 * Builds web/dist unless it was built from the very sources that are there now.
 * @param {string} root the project's folder
 * @param {(doing: string, command: string, args: string[]) => void} run
 */
export function buildPage(root, run) {
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  const args = [vite, 'build', join(root, 'web'), '--logLevel', 'warn'];
  buildWhenChanged(root, {
    stamp: join(root, 'web', 'dist', '.sources'),
    sources: { folders: ['web'] },
    build: () => run('Building the page', process.execPath, args),
  });
}
