import { readdir, realpath } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { errorCode, TutorError } from '../../errors.ts';

/** The one folder that is made where it is missing. */
const newFolder = 'documents';

/**
 * The path of an existing file, as it is spelt on the disk: some systems write accents decomposed.
 * @param path accents composed
 * @returns `null` when there is none
 */
export async function findInCorpus(corpusDir: string, path: string): Promise<string | null> {
  let found = '';
  for (const name of path.split('/')) {
    const entries = await readdir(join(corpusDir, found)).catch((error: unknown): string[] => {
      if (['ENOENT', 'ENOTDIR'].includes(errorCode(error))) return [];
      throw error;
    });
    const entry = entries.includes(name)
      ? name
      : entries.find((one) => one.normalize('NFC') === name);
    if (entry === undefined) return null;
    found = found === '' ? entry : `${found}/${entry}`;
  }
  return found;
}

/**
 * Where a document is written: over the file of that name, else in a folder that exists, else in `documents/`.
 * @throws {TutorError} `bad-request` when the folder does not exist, or is a link out of the corpus
 */
export async function placeInCorpus(corpusDir: string, path: string): Promise<string> {
  const known = await findInCorpus(corpusDir, path);
  if (known !== null) return inside(corpusDir, known);
  const cut = path.lastIndexOf('/');
  const folder = path.slice(0, Math.max(cut, 0));
  const existing = folder === '' ? '' : await findInCorpus(corpusDir, folder);
  if (existing !== null) return inside(corpusDir, join(existing, path.slice(cut + 1)));
  if (folder === newFolder) return path;
  throw new TutorError(
    'bad-request',
    `The course has no folder of that name; put the document in one that exists, or in ${newFolder}/.`,
  );
}

async function inside(corpusDir: string, path: string): Promise<string> {
  const root = await realpath(corpusDir);
  const folder = relative(root, await realpath(dirname(join(corpusDir, path))));
  if (folder !== '..' && !folder.startsWith(`..${sep}`)) return path;
  throw new TutorError(
    'bad-request',
    'That folder is a link to another place, where nothing is written; put the document in a folder of the course itself.',
  );
}
