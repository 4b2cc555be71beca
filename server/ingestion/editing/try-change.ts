import { copyFile, mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, extname, join } from 'node:path';
import { listFiles } from '../../documents/list-files.ts';
import { dataExtensions, documentExtensions } from '../../documents/read-corpus.ts';
import { TutorError } from '../../errors.ts';
import type { ConceptLexicon } from '../../integrity/reading/concepts.ts';
import { temporaryName } from '../durable-files.ts';
import { readParts } from '../read-parts.ts';

/** Files of the corpus folder as they are to become; `null` removes one. */
export type CorpusChange = ReadonlyMap<string, Uint8Array | string | null>;

export type ChangeTrial = {
  readonly corpusDir: string;
  /** A folder in which the corpus may be copied for the time of the trial. */
  readonly scratchDir: string;
  readonly concepts: ConceptLexicon;
};

/**
 * Reads the corpus as a change would leave it, on a copy.
 * @throws {TutorError} `conflict`, in one sentence, when that would make the corpus invalid, or keep a document from
 * being read that was read before; what was wrong before is no reason
 */
export async function tryChange(trial: ChangeTrial, change: CorpusChange): Promise<void> {
  const after = await readChanged(trial, change);
  if (after.failure === null && after.problems.length === 0) return;
  const before = await read(trial.corpusDir, trial);
  const failure = after.failure !== before.failure ? after.failure : null;
  const [problem] = after.problems.filter((one) => !before.problems.includes(one));
  const why = failure ?? problem;
  if (why !== undefined && why !== null) throw new TutorError('conflict', why);
}

/** What is wrong with a corpus, in sentences. */
type Faults = { readonly failure: string | null; readonly problems: readonly string[] };

async function readChanged(trial: ChangeTrial, change: CorpusChange): Promise<Faults> {
  const { corpusDir, scratchDir } = trial;
  const copy = join(scratchDir, temporaryName());
  try {
    await mkdir(copy, { recursive: true });
    const { files } = await listFiles(corpusDir);
    for (const { path } of files) {
      const extension = extname(path).toLowerCase();
      const isRead = documentExtensions.has(extension) || dataExtensions.has(extension);
      if (!isRead || change.has(path)) continue;
      await mkdir(dirname(join(copy, path)), { recursive: true });
      // A file that cannot be copied cannot be read either, before and after.
      await copyFile(join(corpusDir, path), join(copy, path)).catch(() => {});
    }
    for (const [path, content] of change) {
      if (content === null) continue;
      await mkdir(dirname(join(copy, path)), { recursive: true });
      await writeFile(join(copy, path), content);
    }
    return await read(copy, trial);
  } finally {
    await rm(copy, { recursive: true, force: true });
  }
}

async function read(folder: string, { corpusDir, concepts }: ChangeTrial): Promise<Faults> {
  try {
    const { corpus } = await readParts(folder, { concepts });
    return {
      failure: null,
      problems: corpus.problems.map(({ path, reason }) => `${path}: ${reason}`),
    };
  } catch (error) {
    if (!(error instanceof TutorError)) throw error;
    return { failure: sentenceOf(error).replaceAll(folder, corpusDir), problems: [] };
  }
}

function sentenceOf({ code, message }: TutorError): string {
  if (code === 'corpus-empty') {
    return 'Nothing would be left that students can ask about; add another document first.';
  }
  return message.replace(
    /; mend it and run npm run ingest again\. Nothing was published\.$/,
    '; nothing was changed: correct that file first.',
  );
}
