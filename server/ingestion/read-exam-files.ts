import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { decodeText } from '../documents/decode-text.ts';
import { errorCode, TutorError } from '../errors.ts';
import { type ExamFile, invalid, readExamFile } from '../integrity/register/exam-file.ts';

/** Where trainers write what is said about an exam, in the corpus folder. */
const folder = 'exams';

/**
 * The exam registers of a corpus, by path; none when it has no folder for them.
 * @throws {TutorError} `corpus-invalid` when one is wrong, `corpus-unreadable` when one cannot be read
 */
export async function readExamFiles(corpusDir: string): Promise<readonly ExamFile[]> {
  const names = await readdir(join(corpusDir, folder)).catch((error: unknown) => {
    if (['ENOENT', 'ENOTDIR'].includes(errorCode(error))) return [];
    throw unreadable(join(corpusDir, folder), error);
  });
  const files: ExamFile[] = [];
  for (const name of names.toSorted((a, b) => (a < b ? -1 : 1))) {
    if (!/^[^.].*\.ya?ml$/i.test(name)) continue;
    const path = `${folder}/${name}`;
    const bytes = await readFile(join(corpusDir, path)).catch((error: unknown) => {
      throw unreadable(join(corpusDir, path), error);
    });
    const decoded = decodeText(bytes);
    if ('problem' in decoded) throw invalid(path, 1, 'it is not text; save it as UTF-8');
    files.push(readExamFile(decoded.text, path));
  }
  return files;
}

const unreadable = (path: string, cause: unknown): TutorError =>
  new TutorError(
    'corpus-unreadable',
    `${path} cannot be read (${errorCode(cause)}): make it a readable file, or remove it.`,
    { cause },
  );

/** The exams that may be discussed: the day that their register names is over. @param now by the local calendar */
export function releasedExams(files: readonly ExamFile[], now: Date): ReadonlySet<string> {
  const month = String(now.getMonth() + 1).padStart(2, '0');
  const today = `${now.getFullYear()}-${month}-${String(now.getDate()).padStart(2, '0')}`;
  return new Set(
    files
      .filter(({ releasedAfter }) => releasedAfter !== undefined && releasedAfter < today)
      .map(({ exam }) => exam),
  );
}
