import { access, constants, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { decodeText } from '../documents/decode-text.ts';
import { errorCode, TutorError } from '../errors.ts';
import type { Analyzer } from '../language/analyzer.ts';
import { type Glossary, parseGlossary } from './glossary.ts';

const shipped = join(import.meta.dirname, '..', '..', 'corpus', 'glossary.yaml');

/**
 * The corpus's own `glossary.yaml`; else the one that comes with the project, whose field most corpora share.
 * @throws {TutorError} `settings-wrong` when the file cannot be read, or is no glossary
 */
export async function readGlossary(corpusDir: string, analyzer: Analyzer): Promise<Glossary> {
  const own = join(corpusDir, 'glossary.yaml');
  const bytes = await readOwn(own);
  const path = bytes ? own : shipped;
  const decoded = decodeText(bytes ?? (await readFile(shipped)));
  if ('problem' in decoded) {
    const message = `${path} is not text; save the glossary again as UTF-8, or remove the file.`;
    throw new TutorError('settings-wrong', message);
  }
  return parseGlossary(decoded.text, path, analyzer);
}

async function readOwn(path: string): Promise<Buffer | null> {
  try {
    return await readFile(path);
  } catch (cause) {
    const code = errorCode(cause);
    // A corpus folder that is none, or is closed to us, is said better where the documents are read.
    const open = await access(dirname(path), constants.R_OK | constants.X_OK).then(
      () => true,
      () => false,
    );
    if (code === 'ENOENT' || code === 'ENOTDIR' || !open) return null;
    const message = `${path} cannot be read (${code}): make it a readable file, or remove it.`;
    throw new TutorError('settings-wrong', message, { cause });
  }
}
