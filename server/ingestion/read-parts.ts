import { type CorpusProblem, readCorpus } from '../documents/read-corpus.ts';
import type { Document } from '../documents/document.ts';
import { TutorError } from '../errors.ts';
import { partition, type Sealed } from '../integrity/partition.ts';
import { protect, type Protection } from '../integrity/protection.ts';
import { readConcepts } from '../integrity/reading/concepts.ts';
import type { ExpectedQuestion } from '../retrieval/expected/expected-question.ts';
import { sha256 } from './index-manifest.ts';
import { readExamFiles, releasedExams } from './read-exam-files.ts';
import { readExpectedQuestions } from './read-expected-questions.ts';
import { applyOverrides } from './read-overrides.ts';

/** What the corpus folder holds, for the trainer; known without indexing it. */
export type CorpusSummary = {
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
};

/** The corpus as it is now, and the hash by which an index is known to fit it. */
export type Parts = {
  readonly corpus: CorpusSummary;
  readonly corpusHash: string;
  /** By what the sealed parts are recognised; made anew at every opening, and written nowhere. */
  readonly protection: Protection;
};

/**
 * Reads the corpus and seals what must not be given away.
 * @throws {TutorError} `corpus-unreadable`; `corpus-invalid` when a register or `corpus.yaml` is wrong; `corpus-empty`
 * when nothing is left to index
 */
export async function readParts(corpusDir: string, now: Date = new Date()): Promise<Parts> {
  const { documents, problems, skipped } = await readCorpus(corpusDir);
  const files = await readExamFiles(corpusDir);
  const released = releasedExams(files, now);
  const parted = partition(await applyOverrides(corpusDir, documents), released);
  const kept = files.filter(({ exam }) => !released.has(exam));
  const { open, sealed } = parted;
  if (open.length === 0) {
    throw new TutorError(
      'corpus-empty',
      `The corpus folder ${corpusDir} holds no document that can be indexed${whyNone(sealed, problems)}; put .md or .txt files there, or set CORPUS_DIR.`,
    );
  }
  const { questions: expected, problems: leftOut } = await readExpectedQuestions(corpusDir, open);
  return {
    corpus: { documents: open, sealed, problems, skipped, expected, leftOut },
    corpusHash: sha256(JSON.stringify([open, expected])),
    protection: protect(parted, kept, await readConcepts()),
  };
}

/** The first file that was kept out, in brackets. */
function whyNone(sealed: readonly Sealed[], problems: readonly CorpusProblem[]): string {
  const [problem] = problems;
  if (problem) return ` (${problem.path}: ${problem.reason.replace(/\.$/, '')})`;
  const [kept] = sealed;
  return kept ? ` (${kept.path} is kept from students: ${kept.reason})` : '';
}
