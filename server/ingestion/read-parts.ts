import { createHash } from 'node:crypto';
import { type CorpusProblem, type KnownDocuments, readCorpus } from '../documents/read-corpus.ts';
import type { Document, DocumentKind } from '../documents/document.ts';
import { TutorError } from '../errors.ts';
import { partitionInSteps, type Sealed } from '../integrity/partition.ts';
import { type Protection, protectInSteps } from '../integrity/protection.ts';
import { type ConceptLexicon, readConcepts } from '../integrity/reading/concepts.ts';
import type { ExpectedQuestion } from '../retrieval/expected/expected-question.ts';
import { pause, runInSlices, type Steps } from '../retrieval/run-in-slices.ts';
import { readExamFiles, releasedExams } from './read-exam-files.ts';
import { readExpectedQuestions } from './read-expected-questions.ts';
import { applyOverrides } from './read-overrides.ts';

/** A document that was read, sealed or not; nothing of its text. */
export type CorpusFile = Pick<Document, 'id' | 'path' | 'title' | 'kind' | 'language'> & {
  /** UTF-16 code units. */
  readonly length: number;
  /** What the file says by itself, before `corpus.yaml`. */
  readonly ownKind: DocumentKind;
};

/** What the corpus folder holds, for the trainer; known without indexing it. */
export type CorpusSummary = {
  /** Every document that could be read, by path. */
  readonly files: readonly CorpusFile[];
  /** The documents that students can reach, sealed parts blanked out. */
  readonly documents: readonly Document[];
  readonly sealed: readonly Sealed[];
  readonly problems: readonly CorpusProblem[];
  /** Files in a format that is not read. */
  readonly skipped: readonly string[];
  /** Questions that the trainer expects, with the places that answer them. */
  readonly expected: readonly ExpectedQuestion[];
  /** Files and entries of expected questions that were left out. */
  readonly leftOut: readonly CorpusProblem[];
  /** The open documents that are as their files say, nothing of them sealed: they need not be decoded again. */
  readonly sources: readonly Source[];
};

/** What an open document was read from. */
export type Source = Pick<CorpusFile, 'id' | 'path' | 'ownKind'> & {
  /** SHA-256 of the file's bytes, in hexadecimal. */
  readonly digest: string;
};

/** The corpus as it is now, and the hash by which an index is known to fit it. */
export type Parts = {
  readonly corpus: CorpusSummary;
  readonly corpusHash: string;
  /** By what the sealed parts are recognised; made anew at every opening, and written nowhere. */
  readonly protection: Protection;
};

export type ReadOptions = {
  /** The day by which exams are released. */
  readonly now?: Date;
  /** The notions by which sealed parts are recognised; by default read anew. */
  readonly concepts?: ConceptLexicon;
  /** Documents of an earlier index. They are parted again all the same: what is sealed is decided at every opening. */
  readonly known?: KnownDocuments;
};

/**
 * Reads the corpus and seals what must not be given away, letting other work through meanwhile.
 * @throws {TutorError} `corpus-unreadable`; `corpus-invalid` when a register or `corpus.yaml` is wrong; `corpus-empty`
 * when nothing is left to index
 */
export async function readParts(
  corpusDir: string,
  { now = new Date(), concepts, known }: ReadOptions = {},
): Promise<Parts> {
  const { documents, problems, skipped, digests } = await readCorpus(corpusDir, known);
  const files = await readExamFiles(corpusDir);
  const released = releasedExams(files, now);
  const classified = await applyOverrides(corpusDir, documents);
  const parted = await runInSlices(partitionInSteps(classified, released));
  const kept = files.filter(({ exam }) => !released.has(exam));
  const { open, sealed } = parted;
  if (open.length === 0) {
    throw new TutorError(
      'corpus-empty',
      `The corpus folder ${corpusDir} holds no document that can be indexed${whyNone(sealed, problems)}; put .md or .txt files there, or set CORPUS_DIR.`,
    );
  }
  await pause();
  const { questions: expected, problems: leftOut } = await readExpectedQuestions(corpusDir, open);
  const texts = new Map(documents.map(({ id, kind, text }) => [id, { kind, text }]));
  const sources = open.flatMap(({ id, path, text }): Source[] => {
    const read = texts.get(id)!;
    return read.text === text ? [{ id, path, ownKind: read.kind, digest: digests.get(path)! }] : [];
  });
  const lexicon = concepts ?? (await readConcepts());
  await pause();
  return {
    corpus: {
      files: classified.map((one, at) => describe(one, documents[at]!)),
      ...{ documents: open, sealed, problems, skipped, expected, leftOut, sources },
    },
    corpusHash: await runInSlices(hashInSteps(open, expected)),
    protection: await runInSlices(protectInSteps(parted, kept, lexicon)),
  };
}

/** Names what an index is made of, one document after another: the whole of a large course is one text too long. */
function* hashInSteps(
  open: readonly Document[],
  expected: readonly ExpectedQuestion[],
): Steps<string> {
  const hash = createHash('sha256');
  for (const document of open) {
    hash.update(`${JSON.stringify(document)}\n`);
    yield;
  }
  return hash.update(JSON.stringify(expected)).digest('hex');
}

const describe = (
  { id, path, title, kind, language, text }: Document,
  { kind: ownKind }: Document,
): CorpusFile => ({ id, path, title, kind, language, ownKind, length: text.length });

/** The first file that was kept out, in brackets. */
function whyNone(sealed: readonly Sealed[], problems: readonly CorpusProblem[]): string {
  const [problem] = problems;
  if (problem) return ` (${problem.path}: ${problem.reason.replace(/\.$/, '')})`;
  const [kept] = sealed;
  return kept ? ` (${kept.path} is kept from students: ${kept.reason})` : '';
}
