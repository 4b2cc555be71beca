import { mkdir, mkdtemp, readdir, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ComposeOptions } from '../../server/compose.ts';
import { composeLiveTutor, type LiveTutor } from '../../server/compose-live-tutor.ts';
import { type Config, readConfig } from '../../server/config.ts';
import type { Document } from '../../server/documents/document.ts';
import { readCorpus } from '../../server/documents/read-corpus.ts';
import { partition } from '../../server/integrity/partition.ts';
import type { QueryTools } from '../../server/retrieval/query.ts';
import { queryToolsFor } from './query-tools.ts';

/** Our course, indexed in a folder of its own, with the tutor over it. */
export type Course = {
  readonly config: Config;
  readonly tutor: LiveTutor;
  /** Read from the corpus and not from the index, sealed parts blank. */
  readonly documents: readonly Document[];
  readonly tools: QueryTools;
};

const corpusDir = join(import.meta.dirname, '..', '..', 'corpus');

/** The documents that may be indexed, sealed parts blank. */
export async function readOpenDocuments(folder: string = corpusDir): Promise<readonly Document[]> {
  return partition((await readCorpus(folder)).documents).open;
}

export type CourseOptions = {
  /** How the tutor is composed; by default as it is served. */
  readonly compose?: ComposeOptions;
  /** The folder of the documents; by default the project's own. */
  readonly corpus?: string;
  /** Whether the tutor knows the questions that the course expects. */
  readonly expected?: boolean;
};

/** Opens the course with the offline models, whatever the environment says, for the time that `use` takes. */
export async function withCourse<T>(
  use: (course: Course) => Promise<T>,
  { compose, corpus = corpusDir, expected = true }: CourseOptions = {},
): Promise<T> {
  const dataDir = await mkdtemp(join(tmpdir(), 'repere-bench-'));
  try {
    const folder = expected ? corpus : await withoutQuestions(corpus, dataDir);
    const config = readConfig({ CORPUS_DIR: folder, DATA_DIR: dataDir, LOG_LEVEL: 'silent' });
    const tutor = await composeLiveTutor(config, compose);
    const tools = await queryToolsFor(tutor.opened.index.keywords, { field: 'ours' });
    return await use({ config, tutor, documents: await readOpenDocuments(corpus), tools });
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** A folder that shows the corpus without its expected questions. */
async function withoutQuestions(corpus: string, dataDir: string): Promise<string> {
  const folder = join(dataDir, 'corpus');
  await mkdir(folder);
  for (const name of await readdir(corpus)) {
    if (name !== 'questions') await symlink(join(corpus, name), join(folder, name));
  }
  return folder;
}
