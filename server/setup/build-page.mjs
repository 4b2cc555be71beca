import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Folders of web/ that are not part of the page, and files that never are. */
const ignoredFolders = new Set(['dist', 'testing']);
const ignoredFiles = /\.test\.tsx?$/;

/**
 * Builds web/dist unless it was built from the very sources that are there now.
 * @param {string} root the project's folder
 * @param {(doing: string, command: string, args: string[]) => void} run
 */
export function buildPage(root, run) {
  const stamp = join(root, 'web', 'dist', '.sources');
  const sources = digestSources(root);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === sources) return;
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  const args = [vite, 'build', join(root, 'web'), '--logLevel', 'warn'];
  run('Building the page', process.execPath, args);
  writeFileSync(stamp, sources);
}

/**
 * A digest of names and contents: times of change differ after every clone and checkout.
 * @param {string} root
 */
function digestSources(root) {
  const hash = createHash('sha256');
  const files = [...listFiles(join(root, 'web')), join(root, 'package-lock.json')];
  for (const path of files) hash.update(`${path.slice(root.length)}\0`).update(readFileSync(path));
  return hash.digest('hex');
}

/**
 * @param {string} folder
 * @returns {string[]}
 */
function listFiles(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return ignoredFolders.has(entry.name) ? [] : listFiles(path);
      return ignoredFiles.test(entry.name) ? [] : [path];
    });
}
