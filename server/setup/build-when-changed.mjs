import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Builds something unless it was built from the very sources that are there now.
 * @param {string} root the project's folder
 * @param {{ stamp: string, sources: { folders: string[], isSource?: (path: string) => boolean, place?: string },
 *   build: () => void }} what
 * `stamp`: a file beside what is built, which keeps the digest of its sources; `place`: where they lie, if that counts
 */
export function buildWhenChanged(root, { stamp, sources: from, build }) {
  const sources = digestSources(root, from);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === sources) return;
  build();
  writeFileSync(stamp, sources);
}

/**
 * A digest of names and contents: times of change differ after every clone and checkout.
 * @param {string} root
 * @param {{ folders: string[], isSource?: (path: string) => boolean, place?: string }} sources
 */
function digestSources(root, { folders, isSource = () => true, place = '' }) {
  const hash = createHash('sha256').update(place);
  const inFolders = folders.flatMap((folder) => listFiles(join(root, folder))).filter(isSource);
  for (const path of [...inFolders, join(root, 'package-lock.json')]) {
    hash.update(`${path.slice(root.length)}\0`).update(readFileSync(path));
  }
  return hash.digest('hex');
}

/** What is built, and what only tests need. */
const ignoredFolders = new Set(['dist', 'testing']);

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
      return /\.test\.tsx?$/.test(entry.name) ? [] : [path];
    });
}
