import { extname } from 'node:path';
import { ignoredName } from '../../documents/list-files.ts';
import { documentExtensions } from '../../documents/read-corpus.ts';
import { TutorError } from '../../errors.ts';

/** Most bytes of a name: what every file system takes, with room for a temporary suffix. */
const longestName = 200;
/** Folders on the way to a document, itself included. */
const deepest = 8;

/**
 * The path of a document in the corpus folder, accents composed (NFC).
 * @throws {TutorError} `bad-request` for what is not the plain name of a file that is read: a way out of the folder, a
 * hidden or ignored name, another format
 */
export function readDocumentPath(raw: string): string {
  const path = raw.normalize('NFC');
  const names = path.split('/');
  const name = names.at(-1) ?? '';
  if (!raw.isWellFormed() || names.length > deepest || !names.every(isPlainName)) {
    throw refused(
      'The name of the file cannot be used; rename it with letters, digits, spaces, hyphens and dots, and send it again.',
    );
  }
  if (!documentExtensions.has(extname(name).toLowerCase())) {
    throw refused(
      `Only ${[...documentExtensions].join(', ')} files are read; save the document as one of them and send it again.`,
    );
  }
  return path;
}

/** Characters that some file system or shell takes for something else. */
const special = /[\p{C}\\:*?"<>|]/u;

const isPlainName = (name: string): boolean =>
  name !== '' &&
  name === name.trim() &&
  !ignoredName.test(name) && // hidden names, `.` and `..` among them
  !special.test(name) &&
  !name.endsWith('.') &&
  Buffer.byteLength(name) <= longestName;

const refused = (message: string): TutorError => new TutorError('bad-request', message);
